import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { TimesIn } from "@/components/ui/times-in";
import type { ReplyRequest } from "@/db/access/replies/reply-requests";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { ReplyStatusMark, ReplyWait } from "./reply-status-mark";

type Props = {
  requests: readonly ReplyRequest[];
  today: string;
  newHref: string | null;
  /** What stands under the table. */
  children?: ReactNode;
};

/** Whom we asked, what, until when, and what came of it. */
export function ReplyLedger({ requests, today, newHref, children }: Props) {
  const t = useTranslations("replyRequest");
  const add = newHref && <ButtonLink href={newHref}>{t("new")}</ButtonLink>;
  return (
    <section aria-labelledby="replies" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="replies">{t("title")}</h2>
          {requests.length > 0 && (
            <>
              <p className="measure text-sm text-muted">{t("lead")}</p>
              <TimesIn />
            </>
          )}
        </div>
        {add}
      </div>
      <DataTable
        caption={t("caption")}
        rows={requests}
        rowKey={({ id }) => id}
        columns={useColumns(today)}
        empty={
          <p className="border-t border-rule py-2">
            <span className="font-semibold">{t("none")}</span> {add && t("noneAction")}
          </p>
        }
      />
      {children}
    </section>
  );
}

function useColumns(today: string): Column<ReplyRequest>[] {
  const t = useTranslations("replyRequest");
  const locale = useLocaleCode();
  const day = (iso: string) => formatFuzzyDate({ edtf: iso, from: iso, to: iso }, locale);
  return [
    {
      key: "respondent",
      header: t("column.respondent"),
      heading: true,
      cell: ({ slug, respondent }) => (
        <QuietLink href={`/replies/${slug}`}>{respondent?.name ?? t("respondentHidden")}</QuietLink>
      ),
    },
    {
      key: "questions",
      header: t("column.questions"),
      cell: ({ questions }) => (
        <span dir="auto" className="whitespace-pre-line">
          {questions}
        </span>
      ),
    },
    { key: "channel", header: t("column.channel"), cell: ({ channel }) => t(`channel.${channel}`) },
    { key: "sentOn", header: t("column.sentOn"), cell: ({ sentOn }) => (sentOn ? day(sentOn) : t("notSent")) },
    { key: "dueOn", header: t("column.dueOn"), cell: ({ dueOn }) => (dueOn ? day(dueOn) : null) },
    { key: "result", header: t("column.result"), cell: (request) => <Result request={request} today={today} /> },
    { key: "state", header: t("column.state"), cell: ({ state }) => <StateBadge state={state} /> },
  ];
}

function Result({ request, today }: { request: ReplyRequest; today: string }) {
  const t = useTranslations("replyRequest");
  const kinds = useTranslations("response");
  const locale = useLocaleCode();
  const { response, answered, sentOn, dueOn, status } = request;
  if (response) {
    const text = t("answered", { kind: kinds(`kind.${response.kind}`), date: formatFuzzyDate(answered, locale) });
    return <QuietLink href={`/responses/${response.slug}`}>{text}</QuietLink>;
  }
  if (!sentOn || !dueOn) return t("notSent");
  return (
    <span className="inline-flex w-full max-w-40 flex-col gap-1">
      <ReplyStatusMark status={status} />
      <ReplyWait sentOn={sentOn} deadline={dueOn} status={status} today={today} />
    </span>
  );
}

import { useLocaleCode, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { ListedReply } from "@/db/access/replies/reply-list";
import { countryName } from "@/lib/records/country";
import { ReplyDeadline, ReplyStatusMark, useDayFormatter } from "./reply-status-mark";

type Props = {
  items: readonly ListedReply[];
  showState: boolean;
  /** Whether a filter leaves some out. */
  isNarrowed: boolean;
  mayAsk: boolean;
  choice: ColumnChoice;
};

/** The ledger: ruled, what is overdue first, each row with its deadline bar. */
export function ReplyTable({ items, showState, isNarrowed, mayAsk, choice }: Props) {
  const t = useTranslations("replyRequest");
  const state: Column<ListedReply> = {
    key: "state",
    header: t("column.state"),
    cell: (item) => <StateBadge state={item.state} />,
  };
  return (
    <DataTable
      caption={t("ledgerCaption")}
      rows={items}
      rowKey={({ id }) => id}
      empty={
        isNarrowed ? (
          <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
        ) : (
          <EmptyState
            title={t("firstTitle")}
            action={mayAsk && <ButtonLink href="/replies/new">{t("write")}</ButtonLink>}
          >
            {t("firstLead")}
          </EmptyState>
        )
      }
      choice={choice}
      columns={[...useColumns(), ...(showState ? [state] : [])]}
    />
  );
}

function useColumns(): Column<ListedReply>[] {
  const t = useTranslations("replyRequest");
  const kinds = useTranslations("response");
  const locale = useLocaleCode();
  const day = useDayFormatter();
  return [
    {
      key: "respondent",
      header: t("column.respondent"),
      heading: true,
      cell: ({ slug, respondent, subject }) => (
        <>
          <QuietLink href={`/replies/${slug}`}>{respondent?.name ?? t("respondentHidden")}</QuietLink>
          {subject && <span className="block font-normal text-muted">{subject}</span>}
        </>
      ),
    },
    {
      key: "about",
      header: t("about"),
      cell: ({ countries }) =>
        countries.length > 0 ? countries.map((code) => countryName(code, locale)).join(", ") : kinds("aboutAll"),
    },
    { key: "sentOn", header: t("column.sentOn"), cell: ({ sentOn }) => (sentOn ? day(sentOn) : t("notSent")) },
    { key: "deadline", header: t("column.dueOn"), cell: (item) => item.sentOn && <ReplyDeadline {...item} /> },
    {
      key: "status",
      header: t("column.result"),
      cell: ({ status, answer }) => (
        <span>
          <ReplyStatusMark status={status} />
          {answer && (
            <span className="block">
              <QuietLink href={`/responses/${answer.slug}`}>{kinds(`kind.${answer.kind}`)}</QuietLink>
            </span>
          )}
        </span>
      ),
    },
  ];
}

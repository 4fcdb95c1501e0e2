import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { NameLinks } from "@/components/ui/name-links";
import { PageHeading } from "@/components/ui/page-heading";
import { TimesIn } from "@/components/ui/times-in";
import type { Reply } from "@/db/access/replies/replies";
import { isAgreed } from "@/lib/records/reply-status";
import { ClaimsPut } from "./claims-put";
import { ReplyDeadline, ReplyStatusMark, useDayFormatter } from "./reply-status-mark";
import { ReplyTimeline } from "./reply-timeline";

type Props = { reply: Reply; isDesk: boolean; actions: ReactNode; enter: ReactNode };

/** A request's page: both statuses as sentences, the letter, the claims beside what the answer does to them, the ledger. */
export function ReplyFile({ reply, isDesk, actions, enter }: Props) {
  const t = useTranslations("replyRequest");
  const { respondent, status, described } = reply;
  return (
    <article className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <PageHeading
          above={
            <>
              <span>{t("title")}</span>
              <span className="font-mono">{reply.slug}</span>
              {isDesk && <StateBadge state={reply.state} />}
            </>
          }
          title={reply.subject ?? respondent?.name ?? t("noSubject")}
          actions={actions}
        />
        <StatusSentence reply={reply} />
        {!isAgreed(described, status) && (
          <p className="measure">
            {t("differs", { described: t(`described.${described}`), status: t(`status.${status}`) })}
          </p>
        )}
        <Facts reply={reply} />
        <TimesIn />
      </div>
      <section aria-labelledby="letter" className="flex flex-col gap-3">
        <h2 id="letter">{t("letterTitle")}</h2>
        <p dir="auto" className="measure whitespace-pre-line border-l-2 border-rule pl-4 font-serif">
          {reply.questions}
        </p>
        {isDesk && (
          <p className="flex flex-wrap gap-x-5 text-sm print:hidden">
            <Link href={`/replies/${reply.slug}/letter?lang=en`}>{t("letterIn.en")}</Link>
            <Link href={`/replies/${reply.slug}/letter?lang=nl`}>{t("letterIn.nl")}</Link>
          </p>
        )}
      </section>
      <ClaimsPut reply={reply} />
      <ReplyTimeline reply={reply} />
      {isDesk && (
        <section aria-labelledby="enter" className="flex flex-col gap-3 print:hidden">
          <h2 id="enter">{t("enterTitle")}</h2>
          <p className="measure text-sm text-muted">{enter ? t("enterLead") : t("sendFirst")}</p>
          {enter}
        </section>
      )}
    </article>
  );
}

function StatusSentence({ reply: { status, sentOn, deadline } }: { reply: Reply }) {
  const t = useTranslations("replyRequest");
  const day = useDayFormatter();
  const days = { sent: sentOn ? day(sentOn) : "", due: deadline ? day(deadline) : "" };
  return (
    <p className="measure font-serif text-xl">
      <ReplyStatusMark status={status} />. {t(`statusSentence.${status}`, days)}
    </p>
  );
}

function Facts({ reply }: { reply: Reply }) {
  const t = useTranslations("replyRequest");
  const day = useDayFormatter();
  const { respondent, stations, sentOn } = reply;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="text-sm text-muted">{t("column.respondent")}</dt>
      <dd>
        {respondent ? (
          <Link href={`/organizations/${respondent.slug}`}>{respondent.name}</Link>
        ) : (
          t("respondentHidden")
        )}
      </dd>
      {stations.length > 0 && (
        <>
          <dt className="text-sm text-muted">{t("about")}</dt>
          <dd>
            <NameLinks records={stations} path="/stations" />
          </dd>
        </>
      )}
      <dt className="text-sm text-muted">{t("column.channel")}</dt>
      <dd>{t(`channel.${reply.channel}`)}</dd>
      <dt className="text-sm text-muted">{t("column.sentOn")}</dt>
      <dd>{sentOn ? day(sentOn) : t("notSent")}</dd>
      {sentOn && (
        <>
          <dt className="text-sm text-muted">{t("column.dueOn")}</dt>
          <dd>
            <ReplyDeadline {...reply} />
          </dd>
        </>
      )}
      {reply.askedBy && (
        <>
          <dt className="text-sm text-muted">{t("askedBy")}</dt>
          <dd>{reply.askedBy}</dd>
        </>
      )}
    </dl>
  );
}

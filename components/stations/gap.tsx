import { useLocaleCode, useTranslations } from "#translations";
import type { ReplyRequest } from "@/db/access/replies/reply-requests";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";

type Props = {
  requests: readonly ReplyRequest[];
  today: string;
  /** True when these are all requests. */
  isWhole: boolean;
};

/** The place of an answer that is not there: who was asked when, or that nobody was, with a date. */
export function Gap({ requests, today, isWhole }: Props) {
  const t = useTranslations("station");
  const ledger = useTranslations("replyRequest");
  const locale = useLocaleCode();
  const day = (iso: string) => formatFuzzyDate({ edtf: iso, from: iso, to: iso }, locale);
  const open = requests.flatMap(({ response, sentOn, dueOn, ...request }) =>
    response === null && sentOn && dueOn ? [{ ...request, sentOn, dueOn }] : [],
  );
  return (
    <div className="flex flex-col gap-2 border border-dashed border-caution px-3 py-2 text-ink">
      <p className="font-semibold">{t("answersNone")}</p>
      {open.length === 0 && isWhole && <p>{t("notAsked", { date: day(today) })}</p>}
      {open.map(({ id, respondent, sentOn, dueOn, status }) => {
        const name = respondent?.name ?? ledger("respondentHidden");
        const days = { sent: day(sentOn), due: day(dueOn) };
        const isSilence = status === "overdue" || status === "no_reply";
        return (
          <p key={id}>
            {isSilence || status === "sent"
              ? t(isSilence ? "askedOverdue" : "asked", { name, ...days })
              : `${name}. ${ledger(`statusSentence.${status}`, days)}`}
          </p>
        );
      })}
    </div>
  );
}

import { useLocaleCode, useTranslations } from "#translations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { daysLeft, OPEN_STATUSES, type ReplyStatus } from "@/lib/records/reply-status";
import { DeadlineBar } from "./deadline-bar";

/** The shape says the same as the word. */
const GLYPHS: Record<ReplyStatus, string> = {
  draft: "○",
  sent: "◐",
  acknowledged: "◎",
  overdue: "!",
  answered: "●",
  declined: "⊗",
  no_reply: "⊘",
};

/** "! Overdue" */
export function ReplyStatusMark({ status }: { status: ReplyStatus }) {
  const t = useTranslations("replyRequest");
  return (
    <span className={`whitespace-nowrap ${status === "overdue" ? "font-semibold text-caution" : ""}`}>
      <span aria-hidden="true" className="glyph">
        {GLYPHS[status]}
      </span>{" "}
      {t(`status.${status}`)}
    </span>
  );
}

type Asked = {
  readonly sentOn: string | null;
  readonly deadline: string | null;
  readonly status: ReplyStatus;
  readonly today: string;
};

/** A calendar day in words. */
export function useDayFormatter() {
  const locale = useLocaleCode();
  return (iso: string) => formatFuzzyDate({ edtf: iso, from: iso, to: iso }, locale);
}

/** The deadline with its bar, and the days that are left while an answer is waited for. */
export function ReplyDeadline(asked: Asked) {
  const t = useTranslations("replyRequest");
  const day = useDayFormatter();
  if (!asked.sentOn) return <>{t("notSent")}</>;
  if (!asked.deadline) return null;
  return (
    <span className="inline-flex w-full max-w-40 flex-col gap-1">
      <span>{day(asked.deadline)}</span>
      <ReplyWait {...asked} />
    </span>
  );
}

/** The bar and the days alone; nothing when nobody waits any more. */
export function ReplyWait({ sentOn, deadline, status, today }: Asked) {
  const t = useTranslations("replyRequest");
  if (!sentOn || !deadline || !(OPEN_STATUSES as readonly ReplyStatus[]).includes(status)) return null;
  const left = daysLeft(deadline, today);
  return (
    <>
      <DeadlineBar sentOn={sentOn} dueOn={deadline} today={today} />
      <span className={left < 0 ? "font-semibold text-caution" : "text-muted"}>
        {left < 0 ? t("daysOver", { days: -left }) : t("daysLeft", { days: left })}
      </span>
    </>
  );
}

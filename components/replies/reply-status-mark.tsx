import { useLocaleCode, useWords } from "#words";
import { sayDate } from "@/lib/fuzzy-date";
import { daysLeft, type ReplyStatus } from "@/lib/reply-status";
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
  const t = useWords("replyRequest");
  return (
    <span className={`whitespace-nowrap ${status === "overdue" ? "font-semibold text-caution" : ""}`}>
      <span aria-hidden="true" className="inline-block w-[1.2em] text-center text-base leading-none font-bold">
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
export function useDay() {
  const locale = useLocaleCode();
  return (iso: string) => sayDate({ edtf: iso, from: iso, to: iso }, locale);
}

/** The deadline with its bar, and the days that are left while an answer is waited for. */
export function Deadline({ sentOn, deadline, status, today }: Asked) {
  const t = useWords("replyRequest");
  const day = useDay();
  if (!sentOn) return <>{t("notSent")}</>;
  if (!deadline) return null;
  const left = daysLeft(deadline, today);
  const waits = status === "sent" || status === "acknowledged" || status === "overdue";
  return (
    <span className="inline-flex w-full max-w-40 flex-col gap-1">
      <span>{day(deadline)}</span>
      {waits && (
        <>
          <DeadlineBar sentOn={sentOn} dueOn={deadline} today={today} />
          <span className={left < 0 ? "font-semibold text-caution" : "text-muted"}>
            {left < 0 ? t("daysOver", { days: -left }) : t("daysLeft", { days: left })}
          </span>
        </>
      )}
    </span>
  );
}

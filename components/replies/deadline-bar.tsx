import { daysBetween } from "@/lib/dates/days";

type Props = { sentOn: string; dueOn: string; today: string };

/** How much of the time to answer has passed; full and barred once the due day is over. */
export function DeadlineBar({ sentOn, dueOn, today }: Props) {
  const whole = Math.max(1, daysBetween(sentOn, dueOn) + 1);
  const passed = Math.min(1, Math.max(0, daysBetween(sentOn, today) / whole));
  const over = today > dueOn;
  return (
    <svg aria-hidden="true" width="100%" height="8" className="max-w-40 print-exact">
      <rect width="100%" height="8" className="fill-sunken stroke-rule-strong" />
      <rect width={`${(over ? 1 : passed) * 100}%`} height="8" className={over ? "fill-caution" : "fill-accent"} />
    </svg>
  );
}

type Props = { sentOn: string; dueOn: string; today: string };

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** How much of the time to answer has passed; full and barred once the due day is over. */
export function DeadlineBar({ sentOn, dueOn, today }: Props) {
  const whole = Math.max(1, day(dueOn) - day(sentOn) + 1);
  const passed = Math.min(1, Math.max(0, (day(today) - day(sentOn)) / whole));
  const over = today > dueOn;
  return (
    <svg aria-hidden="true" width="100%" height="8" className="max-w-40 print-exact">
      <rect width="100%" height="8" className="fill-sunken stroke-rule-strong" />
      <rect width={`${(over ? 1 : passed) * 100}%`} height="8" className={over ? "fill-caution" : "fill-accent"} />
    </svg>
  );
}

import { useFormat, useWords } from "#words";
import { DataTable } from "@/components/ui/data-table";
import type { DeskWeek } from "@/lib/workload";

const STEPS = ["submitted", "decided", "published"] as const;
const HEIGHT = 56;
const PATTERNS = { submitted: "fill-data-6", decided: "fill-data-1", published: "fill-data-2" } as const;

/** What went through the desk week by week: small bars with their numbers, and the table behind them. */
export function Weeks({ weeks }: { weeks: readonly DeskWeek[] }) {
  const t = useWords("summary");
  const format = useFormat();
  const common = useWords("common");
  const say = (week: string) =>
    format.dateTime(new Date(`${week}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });
  const last = weeks.at(-1)?.week;
  return (
    <figure className="flex flex-col gap-2">
      <figcaption>
        <h3>{t("weeksTitle")}</h3>
      </figcaption>
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-3 print:grid-cols-3">
        {STEPS.map((step) => (
          <div key={step}>
            <p className="text-sm">
              {t(step)} <strong>{format.number(weeks.reduce((sum, week) => sum + week[step], 0))}</strong>
            </p>
            <Bars weeks={weeks} step={step} />
          </div>
        ))}
      </div>
      <details className="print:hidden">
        <summary className="text-sm text-accent">{common("tableBehind")}</summary>
        <DataTable
          caption={t("weeksTitle")}
          rows={[...weeks].reverse()}
          rowKey={({ week }) => week}
          columns={[
            {
              key: "week",
              header: t("week"),
              heading: true,
              cell: ({ week }) => (week === last ? t("weekNow", { day: say(week) }) : say(week)),
            },
            ...STEPS.map((step) => ({
              key: step,
              header: t(step),
              numeric: true,
              cell: (week: DeskWeek) => format.number(week[step]),
            })),
          ]}
        />
      </details>
    </figure>
  );
}

function Bars({ weeks, step }: { weeks: readonly DeskWeek[]; step: (typeof STEPS)[number] }) {
  // One scale for the three, so that they can be compared.
  const most = Math.max(1, ...weeks.flatMap((week) => STEPS.map((one) => week[one])));
  const width = 100 / weeks.length;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" className="print-exact">
      <line x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-rule-strong" />
      {weeks.map((week, place) => {
        const height = (week[step] / most) * (HEIGHT - 4);
        return (
          <rect
            key={week.week}
            x={`${place * width + width * 0.15}%`}
            width={`${width * 0.7}%`}
            y={HEIGHT - height}
            height={height}
            className={PATTERNS[step]}
          />
        );
      })}
    </svg>
  );
}

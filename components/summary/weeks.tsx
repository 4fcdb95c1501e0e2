import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import type { DeskFigures } from "@/db/access/figures/desk-figures";
import { buildSummaryFigure, describeWeek } from "@/lib/charts/summary-figures";
import { DESK_ACTIVITIES, type DeskWeek } from "@/lib/figures/workload";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";

const HEIGHT = 66;
/** Room for the number of the highest bar. */
const NUMBERS = 16;
const FILLS = { submitted: "fill-data-6", decided: "fill-data-1", published: "fill-data-2" } as const;

type Props = { desk: Pick<DeskFigures, "weeks" | "head">; view: SummaryView; seesDrafts: boolean; now: Date };

/** What went through the desk week by week: small bars on one scale with their numbers. */
export function Weeks({ desk: { weeks, head }, view, seesDrafts, now }: Props) {
  const t = useTranslations("summary");
  const format = useFormat();
  const locale = useLocaleCode();
  const formatWeek = ({ week }: DeskWeek) =>
    format.dateTime(new Date(`${week}T12:00:00Z`), { day: "numeric", month: "short" });
  return (
    <Figure
      id="weeks"
      data={buildSummaryFigure({ name: "weeks", weeks }, { view, seesDrafts, locale, now, head })}
      href={summaryFilter.href("/summary", view)}
      route={summaryFilter.href("/api/v1/figures/summary/weeks", view)}
      level={3}
      isCompact
      isClosed
    >
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-3 print:grid-cols-3">
        {DESK_ACTIVITIES.map((step) => (
          <div key={step}>
            <p className="text-sm" data-draw="">
              {t(step)} <strong>{format.number(weeks.reduce((sum, week) => sum + week[step], 0))}</strong>
            </p>
            <Bars weeks={weeks} step={step} />
            <p className="flex justify-between text-xs text-muted" aria-hidden="true">
              {[weeks[0], weeks.at(-1)].map(
                (week) =>
                  week && (
                    <span key={week.week} data-draw="">
                      {formatWeek(week)}
                    </span>
                  ),
              )}
            </p>
          </div>
        ))}
      </div>
    </Figure>
  );
}

/** Marks that lead nowhere: the numbers are told to whoever may not read the records. */
function Bars({ weeks, step }: { weeks: readonly DeskWeek[]; step: (typeof DESK_ACTIVITIES)[number] }) {
  const locale = useLocaleCode();
  const format = useFormat();
  const most = Math.max(1, ...weeks.flatMap((week) => DESK_ACTIVITIES.map((one) => week[one])));
  const width = 100 / weeks.length;
  return (
    <svg width="100%" height={HEIGHT} className="overflow-visible print-exact" role="presentation">
      {weeks.map((week, index) => {
        const height = (week[step] / most) * (HEIGHT - NUMBERS);
        return (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: said when the arrow keys come to it, never pressed
          <g
            key={week.week}
            role="img"
            data-mark=""
            data-row={step}
            tabIndex={-1}
            aria-label={describeWeek(week, step, locale)}
          >
            <rect x={`${index * width}%`} width={`${width}%`} height={HEIGHT} fill="transparent" />
            <rect
              x={`${index * width + width * 0.15}%`}
              width={`${width * 0.7}%`}
              y={HEIGHT - height}
              height={height}
              className={FILLS[step]}
            />
            {week[step] > 0 && (
              <text
                x={`${(index + 0.5) * width}%`}
                y={HEIGHT - height - 4}
                textAnchor="middle"
                fontSize="11"
                fill="var(--ink)"
              >
                {format.number(week[step])}
              </text>
            )}
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-rule-strong" />
    </svg>
  );
}

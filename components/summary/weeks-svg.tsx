import { useFormat } from "#translations";
import type { WeekBar, WeeksLayout } from "@/lib/charts/weeks";

const HEIGHT = 66;
/** Room for the number of the highest bar. */
const NUMBERS = 16;
const FILLS = { submitted: "fill-data-6", decided: "fill-data-1", published: "fill-data-2" } as const;

type Activity = WeeksLayout["activities"][number];

/** What went through the desk week by week: small bars on one scale with their numbers. */
export function WeeksSvg({ layout: { activities, ends } }: { layout: WeeksLayout }) {
  const format = useFormat();
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-3 print:grid-cols-3">
      {activities.map((activity) => (
        <div key={activity.name}>
          <p className="text-sm" data-draw="">
            {activity.label} <strong>{format.number(activity.total)}</strong>
          </p>
          <Bars activity={activity} />
          <p className="flex justify-between text-xs text-muted" aria-hidden="true">
            {ends.map(({ week, name }) => (
              <span key={week} data-draw="">
                {name}
              </span>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}

function Bars({ activity: { name, bars } }: { activity: Activity }) {
  const width = 100 / bars.length;
  return (
    <svg width="100%" height={HEIGHT} className="overflow-visible print-exact" role="presentation">
      {bars.map((bar, index) => (
        <OneWeek key={bar.week} bar={bar} name={name} x={index * width} width={width} />
      ))}
      <line x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-rule-strong" />
    </svg>
  );
}

type WeekProps = { bar: WeekBar; name: Activity["name"]; x: number; width: number };

/** A mark that leads nowhere: the numbers are told to whoever may not read the records. */
function OneWeek({ bar: { count, description, height: share }, name, x, width }: WeekProps) {
  const format = useFormat();
  const height = share * (HEIGHT - NUMBERS);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: said when the arrow keys come to it, never pressed
    <g role="img" data-mark="" data-row={name} tabIndex={-1} aria-label={description}>
      <rect x={`${x}%`} width={`${width}%`} height={HEIGHT} fill="transparent" />
      <rect
        x={`${x + width * 0.15}%`}
        width={`${width * 0.7}%`}
        y={HEIGHT - height}
        height={height}
        className={FILLS[name]}
      />
      {count > 0 && (
        <text x={`${x + width / 2}%`} y={HEIGHT - height - 4} textAnchor="middle" fontSize="12" fill="var(--ink)">
          {format.number(count)}
        </text>
      )}
    </g>
  );
}

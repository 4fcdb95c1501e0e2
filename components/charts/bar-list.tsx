import { useFormat } from "#translations";
import { ChartMark } from "./mark";

type Bar = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly description: string;
  readonly href: string | null;
};
type Props = { bars: readonly Bar[] };

const HEIGHT = 20;
/** Room at the end for the number of the longest bar, in percent. */
const LONGEST = 80;

/** Names with bars on one scale and their numbers, drawn on the server. */
export function BarList({ bars }: Props) {
  const format = useFormat();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {bars.map(({ key, label, count, description, href }) => {
        const length = `${Math.max(1, (count / most) * LONGEST)}%`;
        const bar = (
          <>
            <rect width="100%" height={HEIGHT} fill="transparent" />
            <rect y="2" width={length} height={HEIGHT - 4} fill="var(--data-1)" />
            <text x={length} dx="6" y={HEIGHT / 2} dy="0.34em" fontSize="13" fill="var(--ink)">
              {format.number(count)}
            </text>
          </>
        );
        return (
          <li key={key} className="grid grid-cols-[2fr_3fr] items-center gap-2">
            <span className="leading-tight" data-draw="">
              {label}
            </span>
            <svg width="100%" height={HEIGHT} className="overflow-visible print-exact" role="presentation">
              {href ? (
                <ChartMark description={description} href={href} row="bars">
                  {bar}
                </ChartMark>
              ) : (
                bar
              )}
            </svg>
          </li>
        );
      })}
    </ul>
  );
}

import { useFormat } from "#translations";
import type { AnswerBar } from "@/lib/charts/answers";
import { percent } from "@/lib/text/percent";
import { ChartMark } from "./mark";

type Props = { bars: readonly AnswerBar[] };

const HEIGHT = 20;
/** Room at the end for the number of the longest bar, in percent. */
const LONGEST = 80;

/** Names with bars on one scale and their numbers, drawn on the server. */
export function BarList({ bars }: Props) {
  const format = useFormat();
  return (
    <ul className="bar-list">
      {bars.map(({ key, label, count, length: share, description, href }) => {
        const length = percent(Math.max(1, share * LONGEST));
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
          <li key={key}>
            <span data-draw="">{label}</span>
            <svg width="100%" height={HEIGHT} role="presentation">
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

import { useFormat } from "#translations";
import { ChartMark } from "@/components/charts/mark";
import { AnswerPatterns, answerPatternOf } from "@/components/charts/status-pattern";
import type { AnswerBar, AnswerBarPart, AnswerPart, AnswersLayout } from "@/lib/charts/answers";
import { percent } from "@/lib/text/percent";

const CHART = "answer";
/** Of the width, in per cent: the number of the longest bar stands behind it. */
const LONGEST = 88;

/** A bar for each government: what it said or did, with the number beside it and its name before it. */
export function AnswersSvg({ layout: { bars, parts } }: { layout: AnswersLayout }) {
  return (
    <div className="flex flex-col gap-1">
      <ul className="flex flex-wrap gap-x-4">
        {parts.map(({ part, label }) => (
          <li key={part} className="inline-flex items-center gap-1">
            <Swatch part={part} />
            <span className="text-xs print:text-[7.5pt]" data-draw>
              {label}
            </span>
          </li>
        ))}
      </ul>
      {bars.map((bar) => (
        <div key={bar.key} className="flex items-center gap-2 text-sm print:text-xs">
          <span className="w-32 shrink-0 truncate print:w-24" data-draw>
            {bar.label}
          </span>
          <Stack bar={bar} />
        </div>
      ))}
    </div>
  );
}

function Stack({ bar: { key, count, length, parts } }: { bar: AnswerBar }) {
  const format = useFormat();
  const chart = `${CHART}-${key}`;
  return (
    <svg
      width="100%"
      height="16"
      className="min-w-0 flex-1 overflow-visible print-exact print:h-3"
      role="presentation"
    >
      <AnswerPatterns chart={chart} answers={parts.map(({ part }) => part)} />
      {parts.map((part) => (
        <Part key={part.part} part={part} fill={answerPatternOf(chart, part.part)} row={key} />
      ))}
      <text x={percent(length * LONGEST)} dx="5" y="13" fontSize="13" fill="var(--ink)">
        {format.number(count)}
      </text>
    </svg>
  );
}

function Part({
  part: { from, to, description, href },
  fill,
  row,
}: {
  part: AnswerBarPart;
  fill: string;
  row: string;
}) {
  const bar = (
    <rect
      x={percent(from * LONGEST)}
      width={percent((to - from) * LONGEST)}
      y="1"
      height="14"
      fill={fill}
      stroke="var(--paper)"
    />
  );
  return href ? (
    <ChartMark description={description} href={href} row={row}>
      {bar}
    </ChartMark>
  ) : (
    bar
  );
}

function Swatch({ part }: { part: AnswerPart }) {
  const key = `${CHART}-key-${part}`;
  return (
    <svg width="14" height="12" aria-hidden="true" className="print-exact">
      <AnswerPatterns chart={key} answers={[part]} />
      <rect width="14" height="12" fill={answerPatternOf(key, part)} />
    </svg>
  );
}

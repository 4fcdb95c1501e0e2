import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { AnswerPatterns, answerPatternOf } from "@/components/charts/status-pattern";
import { ANSWER_PARTS, type AnswerPart, type AnswerRow } from "@/lib/charts/summary-drawing";
import { answersHref, formatAnswerPart } from "@/lib/charts/summary-figures";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { countryName } from "@/lib/records/country";

const CHART = "answer";

/** A bar for each government: what it said or did, with the number beside it and its name before it. */
export function AnswersDrawing({ rows, view }: { rows: readonly AnswerRow[]; view: DashboardFilter }) {
  const t = useTranslations("summary");
  const format = useFormat();
  const locale = useLocaleCode();
  const used = ANSWER_PARTS.filter((part) => rows.some(({ parts }) => parts.some((own) => own.part === part)));
  return (
    <div className="flex flex-col gap-1">
      <ul className="flex flex-wrap gap-x-4">
        {used.map((part) => (
          <li key={part} className="inline-flex items-center gap-1">
            <Swatch part={part} />
            <span className="text-xs print:text-[7.5pt]" data-draw>
              {formatAnswerPart(part, locale)}
            </span>
          </li>
        ))}
      </ul>
      {rows.map(({ country, total, parts }) => (
        <div key={country} className="flex items-center gap-2 text-sm print:text-xs">
          <span className="w-32 shrink-0 truncate print:w-24" data-draw>
            {countryName(country, locale)}
          </span>
          <svg
            width="100%"
            height="16"
            className="min-w-0 flex-1 overflow-visible print-exact print:h-3"
            role="presentation"
          >
            <AnswerPatterns chart={`${CHART}-${country}`} answers={parts.map(({ part }) => part)} />
            {parts.map(({ part, count, from, to }) => {
              const description = t("answerSays", {
                country: countryName(country, locale),
                part: formatAnswerPart(part, locale),
                count,
              });
              const href = answersHref(view, country, part);
              const bar = (
                <rect
                  key={part}
                  x={`${from * 88}%`}
                  width={`${(to - from) * 88}%`}
                  y="1"
                  height="14"
                  fill={answerPatternOf(`${CHART}-${country}`, part)}
                  stroke="var(--paper)"
                />
              );
              return href ? (
                <a key={part} href={href} data-mark data-row={country} tabIndex={-1} aria-label={description}>
                  {bar}
                </a>
              ) : (
                bar
              );
            })}
            <text x={`${(parts.at(-1)?.to ?? 0) * 88}%`} dx="5" y="13" fontSize="13" fill="var(--ink)">
              {format.number(total)}
            </text>
          </svg>
        </div>
      ))}
    </div>
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

import { useLocaleCode, useWords } from "#words";
import { Picture } from "@/components/charts/picture";
import type { CountryFigure } from "@/db/access/country-figures";
import type { EvidenceMonths } from "@/db/access/evidence-figures";
import type { Head } from "@/db/access/head";
import type { StatusSteps } from "@/db/access/station-figures";
import type { PictureData, PictureTable } from "@/lib/picture";
import { sayScope } from "@/lib/say-scope";
import { drawAnswers, drawMonths, drawSteps } from "@/lib/summary-drawing";
import { type SummaryView, summaryFilter } from "@/lib/summary-filter";
import { answersTable, findAnswers, findMonths, findSteps, monthsTable, stepsTable } from "@/lib/summary-pictures";
import { AnswersDrawing } from "./answers-drawing";
import { MonthsDrawing } from "./months-drawing";
import { StepsDrawing } from "./steps-drawing";

type Props = {
  summary: {
    readonly view: SummaryView;
    readonly seesDrafts: boolean;
    readonly now: Date;
    readonly today: string;
    readonly countries: readonly CountryFigure[];
    readonly months: EvidenceMonths;
    readonly steps: StatusSteps;
    readonly head: Head | null;
  };
};

const MOST_GOVERNMENTS = 10;
export const MOST_MONTHS = 36;

/** The few pictures that a manager needs, drawn by the server, each with its table, its files and its records. */
export function Pictures({ summary }: Props) {
  const { view, countries, months, steps, today } = summary;
  const t = useWords("summary");
  const locale = useLocaleCode();
  const frame = useFrame(summary);
  const href = summaryFilter.href("/summary", view);
  const answers = drawAnswers(countries, MOST_GOVERNMENTS);
  const all = drawAnswers(countries, Number.POSITIVE_INFINITY);
  const bars = drawMonths(months.months, MOST_MONTHS);
  const everyBar = drawMonths(months.months, Number.POSITIVE_INFINITY);
  const drawn = drawSteps(steps.steps, view.to ?? today);
  const statuses = drawn?.areas.map(({ status }) => status) ?? [];
  return (
    <section aria-labelledby="pictures" className="flex flex-col gap-8 print:gap-2">
      <h2 id="pictures" className="print:hidden">
        {t("chartsTitle")}
      </h2>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-2">
        <Picture
          id="answers"
          level={3}
          href={href}
          data={frame(
            t("governmentsTitle"),
            findAnswers(answers.rows, answers.rest, locale),
            t("defined.responses"),
            answersTable(all.rows, view, locale),
          )}
        >
          <AnswersDrawing rows={answers.rows} view={view} />
        </Picture>
        <Picture
          id="months"
          level={3}
          href={href}
          data={frame(
            t("monthsTitle"),
            findMonths(bars.bars, months, locale),
            t("defined.evidence"),
            monthsTable(everyBar.bars, view, locale),
          )}
        >
          <MonthsDrawing {...bars} view={view} />
        </Picture>
        <div className="lg:col-span-2 print:col-span-2">
          <Picture
            id="steps"
            level={3}
            href={href}
            data={frame(
              t("stepsTitle"),
              findSteps(steps.steps, steps.undated, locale),
              t("defined.documented"),
              stepsTable(steps.steps, statuses, locale),
            )}
          >
            {drawn && <StepsDrawing drawing={drawn} view={view} />}
          </Picture>
        </div>
      </div>
    </section>
  );
}

/** What all three say alike: of which records, from where, as of when. */
function useFrame({ view, seesDrafts, now, head }: Props["summary"]) {
  const t = useWords("summary");
  const locale = useLocaleCode();
  const filter = sayScope(view, seesDrafts, locale);
  return (title: string, finding: string, definition: string, table: PictureTable): PictureData => ({
    title,
    finding,
    definition,
    table,
    filter,
    sources: t("pictureSource"),
    credits: t("credits"),
    asOf: now.toISOString(),
    revision: head,
  });
}

import { useLocaleCode, useWords } from "#words";
import { Picture } from "@/components/charts/picture";
import type { CountryFigure } from "@/db/access/figures/country-figures";
import type { EvidenceMonths } from "@/db/access/figures/evidence-figures";
import type { StatusSteps } from "@/db/access/figures/station-figures";
import type { Head } from "@/db/access/history/head";
import { drawAnswers, drawMonths, drawSteps, MOST_GOVERNMENTS, MOST_MONTHS } from "@/lib/charts/summary-drawing";
import { type SummaryFigure, summaryPicture } from "@/lib/charts/summary-pictures";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { AnswersDrawing } from "./answers-drawing";
import { MonthsDrawing } from "./months-drawing";
import { StepsDrawing } from "./steps-drawing";

/** The figures of records; that of the desk’s work stands with the work. */
type RecordsFigure = Exclude<SummaryFigure, { name: "weeks" }>;

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

/** The few pictures that a manager needs, drawn by the server, each with its table, its files and its records. */
export function Pictures({ summary }: Props) {
  const { view, today, countries, months, steps } = summary;
  const t = useWords("summary");
  const locale = useLocaleCode();
  const figures: readonly RecordsFigure[] = [
    { name: "answers", countries },
    { name: "months", ...months },
    { name: "steps", ...steps },
  ];
  return (
    <section aria-labelledby="pictures" className="flex flex-col gap-8 print:gap-2">
      <h2 id="pictures" className="print:hidden">
        {t("chartsTitle")}
      </h2>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-2">
        {figures.map((figure) => (
          <div key={figure.name} className={figure.name === "steps" ? "lg:col-span-2 print:col-span-2" : "min-w-0"}>
            <Picture
              id={figure.name}
              level={3}
              href={summaryFilter.href("/summary", view)}
              route={summaryFilter.href(`/api/v1/pictures/summary/${figure.name}`, view)}
              data={summaryPicture(figure, { ...summary, locale })}
            >
              <Drawing figure={figure} view={view} today={today} />
            </Picture>
          </div>
        ))}
      </div>
    </section>
  );
}

function Drawing({ figure, view, today }: { figure: RecordsFigure; view: SummaryView; today: string }) {
  switch (figure.name) {
    case "answers":
      return <AnswersDrawing rows={drawAnswers(figure.countries, MOST_GOVERNMENTS).rows} view={view} />;
    case "months":
      return <MonthsDrawing {...drawMonths(figure.months, MOST_MONTHS)} view={view} />;
    case "steps": {
      const drawing = drawSteps(figure.steps, view.to ?? today);
      return drawing && <StepsDrawing drawing={drawing} view={view} />;
    }
  }
}

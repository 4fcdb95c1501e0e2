import { useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import type { CountryFiguresRow } from "@/db/access/figures/country-figures";
import type { EvidenceMonths } from "@/db/access/figures/evidence-figures";
import type { StatusChanges } from "@/db/access/figures/station-figures";
import type { RevisionRef } from "@/db/access/history/revision-ref";
import { layoutMonths } from "@/lib/charts/evidence-months";
import { drawAnswers, drawStatus, MOST_GOVERNMENTS } from "@/lib/charts/summary-drawing";
import { buildSummaryFigure, MOST_MONTHS, type SummaryFigure } from "@/lib/charts/summary-figures";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { AnswersDrawing } from "./answers-drawing";
import { MonthsSvg } from "./months-svg";
import { StatusSvg } from "./status-svg";

/** The figures of records; that of the desk’s work stands with the work. */
type RecordsFigure = Exclude<SummaryFigure, { name: "weeks" }>;

type Props = {
  summary: {
    readonly view: SummaryView;
    readonly seesDrafts: boolean;
    readonly now: Date;
    readonly today: string;
    readonly countries: readonly CountryFiguresRow[];
    readonly months: EvidenceMonths;
    readonly steps: StatusChanges;
    readonly head: RevisionRef | null;
  };
};

/** The few figures that a manager needs, drawn by the server, each with its table, its files and its records. */
export function SummaryFigures({ summary }: Props) {
  const { view, today, countries, months, steps } = summary;
  const t = useTranslations("summary");
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
            <Figure
              id={figure.name}
              level={3}
              href={summaryFilter.href("/summary", view)}
              route={summaryFilter.href(`/api/v1/figures/summary/${figure.name}`, view)}
              data={buildSummaryFigure(figure, { ...summary, locale })}
            >
              <Drawing figure={figure} view={view} today={today} />
            </Figure>
          </div>
        ))}
      </div>
    </section>
  );
}

function Drawing({ figure, view, today }: { figure: RecordsFigure; view: SummaryView; today: string }) {
  const locale = useLocaleCode();
  switch (figure.name) {
    case "answers":
      return <AnswersDrawing rows={drawAnswers(figure.countries, MOST_GOVERNMENTS).rows} view={view} />;
    case "months":
      return <MonthsSvg layout={layoutMonths(figure, MOST_MONTHS, view, locale)} />;
    case "steps": {
      const drawing = drawStatus(figure.steps, view.to ?? today);
      return drawing && <StatusSvg drawing={drawing} view={view} />;
    }
  }
}

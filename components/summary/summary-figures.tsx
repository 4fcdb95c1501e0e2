import { useLocaleCode, useTranslations } from "#translations";
import { buildRecordsFigures, type RecordsSummary } from "./records-figures";
import { SummaryFigure } from "./summary-figure";

/** The few figures that a manager needs; that of the desk’s work stands with the work. */
export function SummaryFigures({ summary }: { summary: RecordsSummary }) {
  const t = useTranslations("summary");
  const { answers, months, steps } = buildRecordsFigures(summary, useLocaleCode());
  const { view } = summary;
  return (
    <section aria-labelledby="pictures" className="flex flex-col gap-8 print:gap-2">
      <h2 id="pictures" className="print:hidden">
        {t("chartsTitle")}
      </h2>
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-2">
        <div className="min-w-0">
          <SummaryFigure figure={answers} view={view} />
        </div>
        <div className="min-w-0">
          <SummaryFigure figure={months} view={view} />
        </div>
        <div className="lg:col-span-2 print:col-span-2">
          <SummaryFigure figure={steps} view={view} />
        </div>
      </div>
    </section>
  );
}

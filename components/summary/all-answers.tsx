import { useClock, useTranslations } from "#translations";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import type { CountedStation } from "@/components/claims/range";
import { EmptyState } from "@/components/ui/notice";
import type { Summary } from "@/db/access/figures/summary";
import { ANSWER_FIGURES, buildFigure } from "@/lib/charts/figures";
import { FEW_ROWS } from "@/lib/charts/table-view";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";

type Props = { summary: Summary; counted: CountedStation };

/** All official responses, whatever the period: by kind, and by the country of who gave them. On paper one figure says it. */
export function AllAnswers({ summary: { responses }, counted }: Props) {
  const t = useTranslations("overview");
  const clock = useClock();
  const context = {
    filter: dashboardFilter.absent,
    seesDrafts: counted.seesDrafts,
    ...clock,
    asOf: counted.now.toISOString(),
    revision: counted.head,
    rows: FEW_ROWS,
  };
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4 print:hidden">
      <h2 id="answers">{t("allAnswersTitle")}</h2>
      {responses.total === 0 ? (
        <EmptyState title={t("answersNone")} />
      ) : (
        <div className="grid gap-x-8 gap-y-8 md:grid-cols-2">
          {ANSWER_FIGURES.map((name) => {
            const { data, layout } = buildFigure(name, responses, context);
            return (
              <Figure
                key={name}
                id={name}
                data={data}
                href="/summary"
                route={`/api/v1/figures/overview/${name}`}
                level={3}
                isCompact
              >
                <BarList bars={layout.bars} />
                {layout.rest > 0 && (
                  <p className="mt-1 text-xs text-muted" data-draw="">
                    {t("others", { count: layout.rest })}
                  </p>
                )}
              </Figure>
            );
          })}
        </div>
      )}
    </section>
  );
}

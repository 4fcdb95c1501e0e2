import { useLocaleCode, useTranslations } from "#translations";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import type { CountedStation } from "@/components/claims/range";
import { EmptyState } from "@/components/ui/notice";
import type { Summary } from "@/db/access/figures/summary";
import { ANSWER_FIGURES, answersFigure } from "@/lib/charts/answers";

const SHOWN = 12;

type Props = { summary: Summary; counted: CountedStation };

/** The part of the first page on official responses: by kind, and by the country of who gave them. */
export function OverviewAnswers({ summary: { responses }, counted }: Props) {
  const t = useTranslations("overview");
  const locale = useLocaleCode();
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4">
      <h2 id="answers">{t("answersTitle")}</h2>
      {responses.total === 0 ? (
        <EmptyState title={t("answersNone")} />
      ) : (
        <div className="grid gap-x-8 gap-y-8 md:grid-cols-2">
          {ANSWER_FIGURES.map((name) => {
            const { data, bars } = answersFigure(name, responses, { ...counted, locale });
            return (
              <Figure
                key={name}
                id={name}
                data={data}
                href="/"
                route={`/api/v1/figures/overview/${name}`}
                level={3}
                isCompact
              >
                <BarList bars={bars.slice(0, SHOWN)} />
                {bars.length > SHOWN && (
                  <p className="mt-1 text-xs text-muted" data-draw="">
                    {t("others", { count: bars.length - SHOWN })}
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

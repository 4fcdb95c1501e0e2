import { useLocaleCode, useWords } from "#words";
import { BarList } from "@/components/charts/bar-list";
import { Picture } from "@/components/charts/picture";
import type { Counted } from "@/components/claims/range";
import { EmptyState } from "@/components/ui/notice";
import type { Summary } from "@/db/access/figures/summary";
import { ANSWER_PICTURES, answersPicture } from "@/lib/charts/answers";

const SHOWN = 12;

type Props = { summary: Summary; counted: Counted };

/** The part of the first page on official responses: by kind, and by the country of who gave them. */
export function Answers({ summary: { responses }, counted }: Props) {
  const t = useWords("overview");
  const locale = useLocaleCode();
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4">
      <h2 id="answers">{t("answersTitle")}</h2>
      {responses.total === 0 ? (
        <EmptyState title={t("answersNone")} />
      ) : (
        <div className="grid gap-x-8 gap-y-8 md:grid-cols-2">
          {ANSWER_PICTURES.map((name) => {
            const { data, bars } = answersPicture(name, responses, { ...counted, locale });
            return (
              <Picture
                key={name}
                id={name}
                data={data}
                href="/"
                route={`/api/v1/pictures/overview/${name}`}
                level={3}
                isCompact
              >
                <BarList bars={bars.slice(0, SHOWN)} />
                {bars.length > SHOWN && (
                  <p className="mt-1 text-xs text-muted" data-draw="">
                    {t("others", { count: bars.length - SHOWN })}
                  </p>
                )}
              </Picture>
            );
          })}
        </div>
      )}
    </section>
  );
}

import { useLocaleCode, useWords } from "#words";
import { BarList } from "@/components/charts/bar-list";
import { EmptyState } from "@/components/ui/notice";
import type { Summary } from "@/db/access/summary";
import { countryName } from "@/lib/country";
import { CountedNow } from "./as-of";

const SHOWN = 12;

/** The part of the first page on official responses. */
export function Answers(props: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4">
      <h2 id="answers">{t("answersTitle")}</h2>
      <AnswerBars {...props} />
    </section>
  );
}

/** Official responses by kind and by the country of who gave them. */
function AnswerBars({ summary, now }: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  const said = useWords("response");
  const { byKind, total } = summary.responses;
  const countries = useCountries(summary);
  if (total === 0) return <EmptyState title={t("answersNone")} />;
  const heads = [t("country"), t("responses")] as const;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <section aria-labelledby="by-kind">
          <h3 id="by-kind">{t("byKindTitle")}</h3>
          <BarList
            caption={t("byKindTitle")}
            heads={[t("kind"), t("responses")]}
            bars={byKind.map(({ kind, count }) => ({
              key: kind,
              label: said(`kind.${kind}`),
              href: `/responses?kind=${kind}`,
              count,
            }))}
          />
        </section>
        <section aria-labelledby="by-country">
          <h3 id="by-country">{t("byCountryTitle")}</h3>
          <BarList caption={t("byCountrySummary")} heads={heads} bars={countries.slice(0, SHOWN)} />
          {countries.length > SHOWN && (
            <details>
              <summary className="py-1 text-sm text-accent">
                {t("others", { count: countries.length - SHOWN })}
              </summary>
              <BarList caption={t("byCountrySummary")} heads={heads} bars={countries.slice(SHOWN)} />
            </details>
          )}
        </section>
      </div>
      <CountedNow sees={summary.sees} now={now} />
    </div>
  );
}

function useCountries({ responses }: Summary) {
  const t = useWords("overview");
  const locale = useLocaleCode();
  const totals = new Map<string | null, number>();
  for (const { country, count } of responses.byCountry) totals.set(country, (totals.get(country) ?? 0) + count);
  return [...totals]
    .sort(([, a], [, b]) => b - a)
    .map(([country, count]) => ({
      key: country ?? "none",
      label: country ? countryName(country, locale) : t("noGovernment"),
      href: country ? `/responses?government=${country}` : null,
      count,
    }));
}

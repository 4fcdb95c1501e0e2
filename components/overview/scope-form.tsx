import { useLocaleCode, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { OVERVIEW_PERIODS, type OverviewView, overviewFilter } from "@/lib/filters/overview-filter";
import { countryName } from "@/lib/records/country";

type Props = {
  view: OverviewView;
  /** Those of which anything is on file. */
  countries: readonly string[];
};

/** Of which country, and compared with when: applied when chosen, and by the button where nothing runs. */
export function ScopeForm({ view, countries }: Props) {
  const t = useTranslations("overview");
  const locale = useLocaleCode();
  const offered = [...new Set([...countries, ...view.country.any])]
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const [only = "", ...more] = view.country.any;
  const isMixed = more.length > 0 || view.country.without.length > 0;
  const kept = isMixed ? overviewFilter.hidden(view, ["period"]) : [];
  return (
    <form action="/" data-follow="choices" aria-label={t("scope")} className="flex flex-wrap gap-2 print:hidden">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {!isMixed && (
        <select name="country" aria-label={t("country")} defaultValue={only} key={only} className="scope-choice">
          <option value="">{t("allCountries")}</option>
          {offered.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <select
        name="period"
        aria-label={t("period")}
        defaultValue={view.period}
        key={view.period}
        className="scope-choice"
      >
        {OVERVIEW_PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(`lastDays.${period}`)}
          </option>
        ))}
      </select>
      <noscript>
        <Button type="submit">{t("apply")}</Button>
      </noscript>
    </form>
  );
}

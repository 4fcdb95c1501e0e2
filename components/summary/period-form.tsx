import { useLocaleCode, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { PlainLink, QuietLink } from "@/components/ui/link";
import { formatPeriodChoice } from "@/lib/charts/format-summary";
import { RECORDS_SEEN } from "@/lib/filters/dashboard-filter";
import { isChosenPeriod, periodChoices, type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { countryName } from "@/lib/records/country";

const PATH = "/summary";

type Props = {
  view: SummaryView;
  today: string;
  seesDrafts: boolean;
  /** Those of which anything is on file. */
  countries: readonly string[];
};

/** Period and scope: ready choices as links, any other as a form. Without JavaScript all the same. */
export function PeriodForm({ view, today, seesDrafts, countries }: Props) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  const offered = [...new Set([...countries, ...view.country.any])]
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const [only, ...more] = view.country.any;
  const isMixed = more.length > 0 || view.country.without.length > 0 || view.box !== undefined;
  const shown = isMixed ? (["from", "to", "records"] as const) : (["from", "to", "country", "records"] as const);
  return (
    <div className="mb-8 flex flex-col gap-3 border-y border-rule py-3 print:hidden">
      <nav aria-label={t("period")}>
        <ul className="period-choices">
          {periodChoices(today).map((choice) => (
            <li key={`${choice.key} ${choice.year ?? ""}`}>
              <PlainLink
                href={summaryFilter.href(PATH, view, { from: choice.from, to: choice.to })}
                aria-current={isChosenPeriod(choice, view) ? "true" : undefined}
              >
                {formatPeriodChoice(choice, locale)}
              </PlainLink>
            </li>
          ))}
        </ul>
      </nav>
      <form action={PATH} data-follow="choices" className="flex flex-wrap items-end gap-3 text-sm">
        {summaryFilter.hidden(view, shown).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <TextField type="date" name="from" label={t("from")} defaultValue={view.from ?? ""} />
        <TextField type="date" name="to" label={t("to")} defaultValue={view.to ?? ""} />
        {!isMixed && (
          <SelectField
            name="country"
            label={t("country")}
            defaultValue={only ?? ""}
            options={[{ value: "", label: t("anyCountry") }, ...offered]}
          />
        )}
        {seesDrafts && (
          <SelectField
            name="records"
            label={t("records")}
            defaultValue={view.records}
            options={RECORDS_SEEN.map((value) => ({ value, label: t(`seen.${value}`) }))}
          />
        )}
        <noscript>
          <Button type="submit">{t("show")}</Button>
        </noscript>
      </form>
      {isMixed && (
        <p className="text-sm text-muted">
          {t("alsoNarrowed")} <QuietLink href={PATH}>{t("widen")}</QuietLink>
        </p>
      )}
    </div>
  );
}

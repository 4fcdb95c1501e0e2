import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { MapCountry } from "@/db/access/map/map";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { type MapView, mapFilter } from "@/lib/filters/map-filter";
import { rankedCountries } from "@/lib/map/coverage-groups";
import { mapClaimsHref, mapStationsHref } from "@/lib/map/map-figure";
import { countryName } from "@/lib/records/country";
import type { CoverageState } from "@/lib/records/coverage";

type Props = {
  countries: readonly MapCountry[];
  groups: Record<CoverageState, readonly string[]>;
  view: MapView;
};

/** Countries by the number of their stations in view, for those too small to be seen, and the two other kinds. */
export function CountryRanking({ countries, groups, view }: Props) {
  const t = useTranslations("map");
  const locale = useLocaleCode();
  const nameOf = (code: string) => countryName(code, locale);
  const ranked = rankedCountries(countries, view.box, nameOf);
  const link = (code: string) => <QuietLink href={`/countries/${code.toLowerCase()}`}>{nameOf(code)}</QuietLink>;
  const rest = t(view.box ? "unexaminedBox" : "unexamined", { count: groups.not_examined.length });
  // The list of countries is of what is known now, and of all that its reader may see.
  const isWhole =
    mapFilter.toQuery({ ...mapFilter.absent, to: view.to, country: view.country, records: view.records }) === "";
  return (
    <section aria-labelledby="ranking" className="flex min-w-0 flex-col gap-2 text-sm">
      <h2 id="ranking" className="text-lg">
        {t(view.box ? "rankTitleBox" : "rankTitle")}
      </h2>
      <p className="text-muted">{t(view.box ? "rankLeadBox" : "rankLead")}</p>
      {ranked.length === 0 && <p>{t("noneHere")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled with keys */}
      <ol className="ranked-countries" tabIndex={0} aria-labelledby="ranking">
        {ranked.map(({ country, stations, claimed }) => (
          <li key={country} className="flex flex-wrap justify-between gap-x-3 border-b border-rule leading-7">
            {link(country)}
            {stations > 0 ? (
              <QuietLink
                href={mapStationsHref(view, { country: onlyValues(country) })}
                aria-label={`${nameOf(country)}: ${t("onFile", { count: stations })}`}
              >
                {t("onFile", { count: stations })}
              </QuietLink>
            ) : (
              <QuietLink href={mapClaimsHref(view, country)}>{t("onlyClaimed", { count: claimed })}</QuietLink>
            )}
          </li>
        ))}
      </ol>
      {groups.examined_none_found.length > 0 && (
        <p>
          <strong>{t(view.box ? "examinedTitleBox" : "examinedTitle")}:</strong>{" "}
          {groups.examined_none_found.map((code, index) => (
            <span key={code}>
              {index > 0 && ", "}
              {link(code)}
            </span>
          ))}
        </p>
      )}
      <p>
        {isWhole ? (
          <QuietLink href={recordsBehind("countries", view, { coverage: onlyValues("not_examined") })}>
            {rest}
          </QuietLink>
        ) : (
          rest
        )}
      </p>
    </section>
  );
}

import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { EvidenceFacet } from "@/lib/filters/evidence-filter";
import { NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import { countryName } from "@/lib/records/country";
import { nameOfLanguage } from "@/lib/text/language-names";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

const UNKNOWN = ["publisher", "language", "reliability", "credibility", "period"] as const;

/** A facet's value for the reader; `label` is the name that came with it, for those that have one. */
export function formatFacetValue(locale: Locale, facet: EvidenceFacet, value: string, label?: string | null): string {
  const t = getTranslations(locale, "evidence");
  const common = getTranslations(locale, "common");
  const unknown = value === NOT_KNOWN_VALUE && UNKNOWN.find((name) => name === facet);
  if (unknown) return t(`none.${unknown}`);
  switch (facet) {
    case "kind":
      return t(`kind.${value as "article"}`);
    case "language":
      return nameOfLanguage(locale, value);
    case "country":
      return countryName(value, locale);
    case "reliability":
      return t(`reliability.${value as "A"}`);
    case "credibility":
      return t(`credibility.${value as "1"}`);
    case "period":
      return formatFuzzyDate({ edtf: value, from: null, to: null }, locale);
    case "stance":
      return common(`stance.${value as "supports"}`);
    case "state":
      return common(`state.${value as "draft"}`);
    case "publisher":
      return label ?? value;
  }
}

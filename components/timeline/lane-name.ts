import { useLocaleCode, useWords } from "#words";
import { countryName } from "@/lib/country";
import { NOWHERE, OTHERS } from "@/lib/timeline-countries";
import { LANES, type Lane } from "@/lib/timeline-lane";

/** What a lane is called, be it of a kind of record, of a country, of annotations. */
export function useLaneName(): (lane: string) => string {
  const t = useWords("timeline");
  const explorer = useWords("explorer");
  const locale = useLocaleCode();
  return (lane) => {
    if (lane === OTHERS) return explorer("otherCountries");
    if (lane === NOWHERE) return explorer("noCountry");
    if (lane === "notes") return explorer("notes");
    return (LANES as readonly string[]).includes(lane) ? t(`lane.${lane as Lane}`) : countryName(lane, locale);
  };
}

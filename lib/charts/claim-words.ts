import { formatFuzzyDate } from "../dates/fuzzy-date";
import type { ClaimedMark, CountryNumbers } from "../figures/country-figure";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";

export function formatClaimedValue(mark: Pick<ClaimedMark, "value" | "bound">, locale: Locale): string {
  return getTranslations(locale, "claim")(`bounded.${mark.bound}`, {
    value: getFormatter(locale).number(mark.value),
  });
}

/** A figure as a sentence: of which place, whose, as of when. */
export const describeClaimMark = (mark: ClaimedMark, place: string, locale: Locale): string =>
  getTranslations(locale, "charts")(mark.standing ? "claimedDot" : "claimedEarlier", {
    country: place,
    figure: formatClaimedValue(mark, locale),
    claimant: formatClaimants(mark, locale),
    asOf: formatFuzzyDate(mark.asOf, locale),
  });

export function formatClaimants(mark: ClaimedMark, locale: Locale): string {
  const t = getTranslations(locale, "claim");
  const names = mark.claimants.map(({ name }) => name);
  const said = names.length > 0 ? getFormatter(locale).list(names) : t("noClaimant");
  return mark.relayedBy ? `${said} (${t("rangeRelayed", { names: mark.relayedBy.name })})` : said;
}

/** "4–11", "at least 3", "2 and at least 2", "no figure". */
export function formatClaimedRange({ claimed }: Pick<CountryNumbers, "claimed">, locale: Locale): string {
  const format = getFormatter(locale);
  const standing = claimed.marks.filter((mark) => mark.standing);
  const [only] = standing;
  if (claimed.lowest === null || claimed.highest === null) return getTranslations(locale, "claim")("noValue");
  if (standing.length === 1 && only) return formatClaimedValue(only, locale);
  const bound = standing.find(({ value, bound: own }) => value === claimed.highest && own === "at_least")?.bound;
  const most = bound && formatClaimedValue({ value: claimed.highest, bound }, locale);
  if (most && claimed.lowest === claimed.highest) return format.list([format.number(claimed.lowest), most]);
  if (most) return `${format.number(claimed.lowest)} – ${most}`;
  if (claimed.lowest === claimed.highest) return format.number(claimed.lowest);
  return `${format.number(claimed.lowest)}–${format.number(claimed.highest)}`;
}

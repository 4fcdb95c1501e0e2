import { COUNTRY_CODES, countryName } from "@/lib/records/country";
import type { Locale } from "@/lib/text/locale";
import { makeOnce } from "@/lib/text/make-once";

/**
 * Countries by name for a form's list. Made on the server and sent as a prop: the browser's names may be of another CLDR
 * version, and hydration would fail on them.
 */
export const countryChoices = (locale: Locale) =>
  makeOnce(COUNTRY_CODES, locale, () =>
    COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) =>
      a.label.localeCompare(b.label, locale),
    ),
  );

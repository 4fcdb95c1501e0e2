import { useLocaleCode } from "#words";
import { countryName } from "@/lib/country";
import { nameOfLanguage } from "@/lib/names";

/** A country's name in the reader's language; no flag. */
export function CountryName({ code }: { code: string }) {
  return <>{countryName(code, useLocaleCode())}</>;
}

/** A language's name in the reader's language. */
export function LanguageName({ code }: { code: string }) {
  return <>{nameOfLanguage(useLocaleCode(), code)}</>;
}

import { useLocaleCode } from "#translations";
import { nameOfLanguage } from "@/lib/text/language-names";

/** A language's name in the reader's language. */
export function LanguageName({ code }: { code: string }) {
  return <>{nameOfLanguage(useLocaleCode(), code)}</>;
}

import { useLocaleCode } from "#words";
import { nameOfLanguage } from "@/lib/names";

/** A language's name in the reader's language. */
export function LanguageName({ code }: { code: string }) {
  return <>{nameOfLanguage(useLocaleCode(), code)}</>;
}

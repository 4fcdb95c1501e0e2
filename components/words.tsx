import type { ReactNode } from "react";
import { useLocaleCode } from "#words";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import { SentWords } from "./words-client";

/** Server component: sends the browser the words of the named namespaces, and no others, for the islands inside. */
export function Words({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const locale = useLocaleCode();
  const words: Partial<Catalogue> = Object.fromEntries(
    of.map((namespace) => [namespace, messages[namespace][locale]]),
  );
  return (
    <SentWords locale={locale} words={words}>
      {children}
    </SentWords>
  );
}

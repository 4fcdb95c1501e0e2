"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Catalogue, Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { createNamespaceTranslator, type Formatter, getFormatter, type Translator } from "@/lib/text/translator";

type SentMessages = { locale: Locale; catalogue: Partial<Catalogue> };

const MessagesContext = createContext<SentMessages>({ locale: "en", catalogue: {} });

/** Gives the islands inside it their words, beside those an outer one has already given. */
export function MessagesProvider({ locale, catalogue, children }: SentMessages & { children: ReactNode }) {
  const outer = useContext(MessagesContext);
  const value = useMemo(
    () => ({ locale, catalogue: { ...outer.catalogue, ...catalogue } }),
    [outer, locale, catalogue],
  );
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

export function useLocaleCode(): Locale {
  return useContext(MessagesContext).locale;
}

export function useTranslations<N extends Namespace>(namespace: N): Translator<N> {
  const { locale, catalogue } = useContext(MessagesContext);
  const sent = catalogue[namespace];
  if (!sent)
    throw new Error(
      `The words of "${namespace}" were not sent: wrap the island in <Messages of={["${namespace}"]}>.`,
    );
  return useMemo(() => createNamespaceTranslator<N>(locale, sent), [locale, sent]);
}

export function useFormat(): Formatter {
  return getFormatter(useContext(MessagesContext).locale);
}

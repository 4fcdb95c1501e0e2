"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Catalogue, Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { type Format, formatFor, translator, type Words } from "@/lib/text/translator";

type Sent = { locale: Locale; words: Partial<Catalogue> };

const SentContext = createContext<Sent>({ locale: "en", words: {} });

/** Gives the islands inside it their words, beside those an outer one has already given. */
export function SentWords({ locale, words, children }: Sent & { children: ReactNode }) {
  const outer = useContext(SentContext);
  const value = useMemo(() => ({ locale, words: { ...outer.words, ...words } }), [outer, locale, words]);
  return <SentContext value={value}>{children}</SentContext>;
}

export function useLocaleCode(): Locale {
  return useContext(SentContext).locale;
}

export function useWords<N extends Namespace>(namespace: N): Words<N> {
  const { locale, words } = useContext(SentContext);
  const sent = words[namespace];
  if (!sent)
    throw new Error(`The words of "${namespace}" were not sent: wrap the island in <Words of={["${namespace}"]}>.`);
  return useMemo(() => translator<N>(locale, sent), [locale, sent]);
}

export function useFormat(): Format {
  return formatFor(useContext(SentContext).locale);
}

"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { type Clock, formatInstant, type InstantStyle } from "@/lib/dates/format-date";
import type { Catalogue, Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { createNamespaceTranslator, type Formatter, getFormatter, type Translator } from "@/lib/text/translator";
import { type Reading, UTC, type Zone } from "./reading";

type SentMessages = Reading & { readonly catalogue: Partial<Catalogue> };
/** The outermost gives the zone, for all. */
type Props = Pick<SentMessages, "locale" | "catalogue"> & { zone?: Zone; children: ReactNode };

const MessagesContext = createContext<SentMessages>({ locale: "en", zone: UTC, catalogue: {} });

/** Gives the islands inside it their words, beside those an outer one has already given. */
export function MessagesProvider({ locale, catalogue, zone, children }: Props) {
  const outer = useContext(MessagesContext);
  const value = useMemo(
    () => ({ locale, zone: zone ?? outer.zone, catalogue: { ...outer.catalogue, ...catalogue } }),
    [outer, locale, zone, catalogue],
  );
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

export function useReading(): Reading {
  return useContext(MessagesContext);
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
  return translatorOf<N>(locale, sent);
}

/** Of each catalogue that is in use: made once, and not for each component that has words. */
const translators = new WeakMap<object, unknown>();

function translatorOf<N extends Namespace>(locale: Locale, sent: Catalogue[N]): Translator<N> {
  const known = translators.get(sent) as Translator<N> | undefined;
  if (known) return known;
  const made = createNamespaceTranslator<N>(locale, sent);
  translators.set(sent, made);
  return made;
}

export function useFormat(): Formatter {
  return getFormatter(useContext(MessagesContext).locale);
}

/** The clock of the newsroom in the reader's language. */
export function useClock(): Clock {
  const { locale, zone } = useReading();
  return useMemo(() => ({ locale, timeZone: zone.name }), [locale, zone.name]);
}

export function useFormatInstant(): (at: string | Date, style: InstantStyle) => string {
  const clock = useClock();
  return useCallback((at, style) => formatInstant(at, clock, style), [clock]);
}

"use client";

import type { ReactNode } from "react";
import type { Catalogue } from "@/lib/messages";
import { common } from "@/lib/messages/common";
import { draft } from "@/lib/messages/draft";
import { form } from "@/lib/messages/form";
import { shell } from "@/lib/messages/shell";
import { toast } from "@/lib/messages/toast";
import type { Locale } from "@/lib/text/locale";
import type { Zone } from "../reading";
import { MessagesProvider } from "../translations-client";
import type { CarriedNamespace } from "./carried-namespaces";

const wordsIn = (locale: Locale): Pick<Catalogue, CarriedNamespace> => ({
  common: common[locale],
  draft: draft[locale],
  form: form[locale],
  shell: shell[locale],
  toast: toast[locale],
});
const WORDS: Record<Locale, Pick<Catalogue, CarriedNamespace>> = { en: wordsIn("en"), nl: wordsIn("nl") };

type Props = { locale: Locale; zone: Zone; children: ReactNode };

/** The words that islands of every page need come with the script, which the browser keeps, and not with each page. */
export function WordsOfEveryPage({ locale, zone, children }: Props) {
  return (
    <MessagesProvider locale={locale} zone={zone} catalogue={WORDS[locale]}>
      {children}
    </MessagesProvider>
  );
}

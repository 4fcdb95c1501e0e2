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
import { RECORD_EARLY_INPUT } from "../ui/early-input";
import { FollowLinks } from "../ui/follow-links";
import type { CarriedNamespace } from "./carried-namespaces";
import { PracticeStrip } from "./practice-strip";

const wordsIn = (locale: Locale): Pick<Catalogue, CarriedNamespace> => ({
  common: common[locale],
  draft: draft[locale],
  form: form[locale],
  shell: shell[locale],
  toast: toast[locale],
});
const WORDS: Record<Locale, Pick<Catalogue, CarriedNamespace>> = { en: wordsIn("en"), nl: wordsIn("nl") };

type Props = { locale: Locale; zone: Zone; nonce: string | undefined; isPractice?: boolean; children: ReactNode };

/**
 * What every page begins with, and the words that islands of every page need: both come with the script, which the browser
 * keeps, and not with each page.
 */
export function EveryPage({ locale, zone, nonce, isPractice, children }: Props) {
  return (
    <MessagesProvider locale={locale} zone={zone} catalogue={WORDS[locale]}>
      {/* A browser hides a nonce once it has read it: to React that looks like another one. */}
      <script nonce={nonce} suppressHydrationWarning>
        {RECORD_EARLY_INPUT}
      </script>
      <FollowLinks />
      {isPractice && <PracticeStrip />}
      {children}
    </MessagesProvider>
  );
}

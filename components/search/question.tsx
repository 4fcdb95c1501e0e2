"use client";

import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { MessagesProvider } from "@/components/translations-client";
import { EmptyState } from "@/components/ui/notice";
import { search } from "@/lib/messages/search";
import { FieldHelp } from "./field-help";
import { SearchBox } from "./search-box";

const WORDS = { en: { search: search.en }, nl: { search: search.nl } };

type Props = {
  query: string;
  kind?: string | undefined;
  /** Whether the reader may ask by editorial state. */
  isDesk: boolean;
  hasProblems: boolean;
  /** What of it could not be taken. */
  children: ReactNode;
};

/** What is asked, and before anything is what may be. Its words come with the script, so that the page does not have them twice. */
export function SearchQuestion({ children, isDesk, hasProblems, ...asked }: Props) {
  const locale = useLocaleCode();
  return (
    <MessagesProvider locale={locale} catalogue={WORDS[locale]}>
      <SearchBox {...asked} hasProblems={hasProblems} />
      {children}
      <FieldHelp fields={WORDS[locale].search.field} isDesk={isDesk} />
      {asked.query === "" && <NothingAsked />}
    </MessagesProvider>
  );
}

function NothingAsked() {
  const t = useTranslations("search");
  return (
    <div className="mt-6">
      <EmptyState title={t("start")}>
        <p>{t("startLead")}</p>
      </EmptyState>
    </div>
  );
}

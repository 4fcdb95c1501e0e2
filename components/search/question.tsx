"use client";

import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { MessagesProvider } from "@/components/translations-client";
import { Link } from "@/components/ui/link";
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
  hasProblems?: boolean;
  /** Whether the fields of a question are asked for. */
  showsFields?: boolean;
  /** What of it could not be taken. */
  children: ReactNode;
};

/** What is asked, and before anything is what may be. Its words come with the script, so that the page does not have them twice. */
export function SearchQuestion({ children, isDesk, hasProblems = false, showsFields = false, ...asked }: Props) {
  const locale = useLocaleCode();
  return (
    <MessagesProvider locale={locale} catalogue={WORDS[locale]}>
      <SearchBox {...asked} hasProblems={hasProblems} />
      {children}
      {showsFields ? <FieldHelp fields={WORDS[locale].search.field} isDesk={isDesk} /> : <WayToFields {...asked} />}
      {asked.query === "" && <NothingAsked />}
    </MessagesProvider>
  );
}

/** The fields are a page's worth of their own, and most questions have none. */
function WayToFields({ query, kind }: Pick<Props, "query" | "kind">) {
  const t = useTranslations("search");
  const asked = { ...(query && { q: query }), ...(kind && { kind }), fields: "1" };
  return (
    <p className="my-4">
      <Link href={`/search?${new URLSearchParams(asked)}#fields`}>{t("fields")}</Link>
    </p>
  );
}

function NothingAsked() {
  const t = useTranslations("search");
  return <EmptyState title={t("start")}>{t("startLead")}</EmptyState>;
}

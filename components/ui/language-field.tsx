"use client";

import { useId } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { nameOfLanguage } from "@/lib/text/language-names";
import { LANGUAGE_CODES, readLanguage } from "@/lib/text/language-text";
import { UnderstoodField } from "./date-field";
import type { TextField } from "./field";

/** A language by its name in any of the site's languages or its own, or by its code. */
export function LanguageField(props: Parameters<typeof TextField>[0]) {
  const t = useTranslations("form");
  const locale = useLocaleCode();
  const list = useId();
  const understand = (text: string) => {
    const code = readLanguage(text);
    return code && t("understood", { value: `${nameOfLanguage(locale, code)} (${code})` });
  };
  return (
    <>
      <UnderstoodField hint={t("languageHint")} {...props} list={list} understand={understand} />
      <datalist id={list}>
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={nameOfLanguage(locale, code)} suppressHydrationWarning />
        ))}
      </datalist>
    </>
  );
}

import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { nameOfLanguage } from "@/lib/text/language-names";
import { Foreign } from "./foreign";

type Props = {
  /** Word for word, as given. */
  original: string;
  /** BCP 47; null when nobody noted it. */
  language: string | null;
  translation?: string | null;
  translationLanguage?: string;
  /** Who said it, when, where: shown under the quote. */
  attribution?: ReactNode;
};

/** A quotation: the original first with its language, its translation under it, both marked as such. */
export function Quote({ original, language, translation, translationLanguage = "en", attribution }: Props) {
  const t = useTranslations("common");
  const locale = useLocaleCode();
  return (
    <figure className="border-l-4 border-rule-strong pl-4">
      <blockquote className="measure font-serif text-base">
        <p dir="auto">
          <Foreign lang={language}>{original}</Foreign>
        </p>
      </blockquote>
      {language && !language.startsWith(locale) && (
        <p className="text-xs text-muted">{t("originalIn", { language: nameOfLanguage(locale, language) })}</p>
      )}
      {translation && (
        <div className="mt-2">
          <p className="text-xs text-muted">{t("translation")}</p>
          <blockquote className="measure font-serif text-base text-muted" lang={translationLanguage} dir="auto">
            {translation}
          </blockquote>
        </div>
      )}
      {attribution && <figcaption className="mt-1 text-sm text-muted">{attribution}</figcaption>}
    </figure>
  );
}

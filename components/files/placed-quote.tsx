import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Quote } from "@/components/ui/quote";
import type { QuotePlace } from "@/db/access/files/quote-places";
import { quotePath } from "@/lib/records/record-path";

type Props = {
  claim: string;
  quote: string;
  language: string | null;
  place: QuotePlace | null;
  /** Where in the item it is said to stand. */
  locator?: ReactNode;
};

/** What a claim quotes of an item: where a file says it, it leads there; where none does, that is said. */
export function PlacedQuote({ claim, quote, language, place, locator }: Props) {
  const t = useTranslations("file");
  if (place?.standing !== "found") {
    const missing = place && <span className="block font-semibold text-caution">{t("quoteMissing")}</span>;
    const attribution = (locator || missing) && (
      <>
        {locator}
        {missing}
      </>
    );
    return <Quote original={quote} language={language} attribution={attribution} />;
  }
  const { file, name, page, isPaged } = place;
  return (
    <Quote
      original={quote}
      language={language}
      attribution={
        <>
          {locator && <span className="block">{locator}</span>}
          <a href={quotePath({ file, page, claim })} className="quiet-link">
            {isPaged ? t("openQuoteOnPage", { page, name }) : t("openQuote", { name })}
          </a>
        </>
      }
    />
  );
}

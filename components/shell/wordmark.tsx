import { useTranslations } from "#translations";
import { PlainLink } from "../ui/link";

/** The product's name, which leads to the first page. */
export function Wordmark() {
  const [shell, common] = [useTranslations("shell"), useTranslations("common")];
  return (
    <PlainLink href="/" aria-label={shell("home")} className="font-serif text-lg font-semibold text-ink no-underline">
      <span aria-hidden="true" className="mr-1 text-accent">
        „”
      </span>
      {common("product")}
    </PlainLink>
  );
}

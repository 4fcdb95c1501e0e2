import { useTranslations } from "#translations";
import { PlainLink } from "../ui/link";

/** The product's name, which leads to the first page. */
export function Wordmark() {
  const [shell, common] = [useTranslations("shell"), useTranslations("common")];
  return (
    <PlainLink href="/" aria-label={shell("home")} className="wordmark">
      <span aria-hidden="true">„”</span>
      {common("product")}
    </PlainLink>
  );
}

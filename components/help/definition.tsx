import { useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import type { Term } from "./terms";

/** A "?" behind a word where it first stands on a page: its meaning, in a native popover that needs no script. */
export function Definition({ of }: { of: Term }) {
  const t = useTranslations("help");
  const id = `meaning-${of}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`${t(`word.${of}`)}: ${t("more")}`}
        className="definition-button print:hidden"
      >
        ?
      </button>
      <span id={id} popover="auto" className="definition">
        <strong>{t(`word.${of}`)}.</strong> {t(`meaning.${of}`)}{" "}
        <PlainLink href={`/help#word-${of}`} className="plain-link">
          {t("title")}
        </PlainLink>
      </span>
    </>
  );
}

import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { AlikeText } from "@/db/access/evidence/alike-texts";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { percentOf } from "@/lib/records/alike-text";

type Props = {
  items: readonly AlikeText[];
  /** How many claims count the item as a source of its own. */
  originals: number;
  /** What can be said of one of them. */
  steps: (item: AlikeText) => ReactNode;
};

/** "87 % of this text stands in src-041", of each item that shares much text with this one. */
export function AlikeTextList({ items, originals, steps }: Props) {
  const t = useTranslations("alikeText");
  return (
    <section aria-labelledby="alike-texts" className="mt-8 print:hidden">
      <h2 id="alike-texts" className="scroll-mt-16">
        {t("title")}
      </h2>
      <p className="measure text-sm text-muted">
        {t("lead")} {originals > 0 ? t("originals", { count: originals }) : t("notOriginal")}
      </p>
      <ul className="mt-2">
        {items.map((item) => (
          <li key={item.slug} className="flex flex-col gap-1 border-b border-rule py-3">
            <AlikeItem item={item} />
            <div className="flex flex-wrap items-center gap-x-4">
              {item.notCopyBy && <span className="text-sm">{t("dismissed", { name: item.notCopyBy })}</span>}
              {steps(item)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlikeItem({ item }: { item: AlikeText }) {
  const t = useTranslations("alikeText");
  const evidence = useTranslations("evidence");
  const locale = useLocaleCode();
  const publisher = item.publisher ?? evidence("publisherUnknown");
  return (
    <>
      <p className={item.notCopyBy ? "text-muted" : undefined}>
        <span className="font-semibold">{t("share", { percent: percentOf(item.share) })}</span>{" "}
        <Link href={`/evidence/${item.slug}`}>
          <Foreign lang={item.language}>{item.title}</Foreign>
        </Link>{" "}
        <span className="font-mono text-xs text-muted">{item.slug}</span>
      </p>
      <p className="text-sm text-muted">
        {t("published", { publisher, date: formatFuzzyDate(item.published, locale) })} ·{" "}
        {t("otherShare", { percent: percentOf(item.otherShare) })}
      </p>
    </>
  );
}

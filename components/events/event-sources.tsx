import { useLocaleCode, useTranslations } from "#translations";
import { RelatedSection } from "@/components/evidence/related-section";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link } from "@/components/ui/link";
import type { EventRecord } from "@/db/access/events/events";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";

/** The items that say that it happened. */
export function EventSources({ items }: { items: EventRecord["evidence"] }) {
  const t = useTranslations("event");
  const locale = useLocaleCode();
  return (
    <RelatedSection id="evidence" title={t("evidence")} none={t("evidenceNone")} count={items.length}>
      {items.map(({ slug, title, language, publisher, published, credibility }) => (
        <li key={slug} className="border-b border-rule py-2">
          <Link href={`/evidence/${slug}`}>
            <Foreign lang={language}>{title}</Foreign>
          </Link>
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
            {(publisher?.reliability || credibility) && (
              <Grade reliability={publisher?.reliability ?? null} credibility={credibility} />
            )}
            <span>{publisher?.name ?? t("publisherUnknown")}</span>
            <span>· {formatFuzzyDate(published, locale)}</span>
          </p>
        </li>
      ))}
    </RelatedSection>
  );
}

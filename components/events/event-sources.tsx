import { useLocaleCode, useTranslations } from "#translations";
import { RelatedSection } from "@/components/evidence/related-section";
import { RecordPartRest } from "@/components/records/record-part-rest";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link } from "@/components/ui/link";
import type { EventRecord } from "@/db/access/events/events";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { eventParts, type PartName, type PartPlace } from "@/lib/filters/record-parts";

export type EventPlace = PartPlace<PartName<typeof eventParts>> | null;
type Props = { event: EventRecord; place: EventPlace };

/** The items that say that it happened. */
export function EventSources({ event: { slug: path, evidence: items, parts }, place }: Props) {
  const t = useTranslations("event");
  const locale = useLocaleCode();
  return (
    <RelatedSection
      id="evidence"
      title={t("evidence")}
      none={t("evidenceNone")}
      count={parts.evidence.total}
      rest={<RecordPartRest view={eventParts} path={`/events/${path}`} part="evidence" {...{ parts, place }} />}
    >
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

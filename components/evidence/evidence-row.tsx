import { useLocaleCode, useTranslations } from "#translations";
import { MixedText } from "@/components/search/mixed-text";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { QuietLink } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import type { EvidenceItem } from "@/db/access/evidence/evidence";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";
import { nameOfLanguage } from "@/lib/text/language-names";

const STATIONS_NAMED = 4;

/** An item of the feed: what it is, who published it when, and the locations it is about. Drawn on either side. */
export function EvidenceRow({ item }: { item: EvidenceItem }) {
  const t = useTranslations("evidence");
  const locale = useLocaleCode();
  const reliability = item.publisher?.reliability ?? null;
  const named = item.stations.slice(0, STATIONS_NAMED);
  const unnamed = item.stations.length - named.length;
  return (
    <li className="border-b border-rule py-3 compact:py-1">
      <h3 className="font-sans text-base font-semibold leading-snug">
        <QuietLink href={`/evidence/${item.slug}`}>
          {item.titleSeen ? (
            <Foreign lang={item.language}>{item.title}</Foreign>
          ) : (
            <MixedText>{item.title}</MixedText>
          )}
        </QuietLink>
      </h3>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <Grade reliability={reliability} credibility={item.credibility} />
        <span>{item.publisher?.name ?? t("publisherUnknown")}</span>
        <span>· {formatFuzzyDate(item.published, locale)}</span>
        <span>· {t(`kind.${item.kind}`)}</span>
        {item.language && <span>· {nameOfLanguage(locale, item.language)}</span>}
        {item.sharing !== "CLEAR" && <Badge>{t(`sharing.${item.sharing}`)}</Badge>}
        {!isPublic(item.state) && <StateBadge state={item.state} />}
      </p>
      {named.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-sm">
          {named.map(({ slug, name }) => (
            <QuietLink key={slug} href={`/stations/${slug}`}>
              {name}
            </QuietLink>
          ))}
          {unnamed > 0 && <span className="text-muted">+ {unnamed}</span>}
        </p>
      )}
    </li>
  );
}

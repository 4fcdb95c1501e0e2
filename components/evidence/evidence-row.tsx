import { useLocaleCode, useTranslations } from "#translations";
import { MixedText } from "@/components/search/mixed-text";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { QuietLink } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import { SelectBox } from "@/components/ui/select-box";
import type { EvidenceItem } from "@/db/access/evidence/evidence";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";
import { nameOfLanguage } from "@/lib/text/language-names";
import { UnreadMark } from "./unread-mark";

/** A second one would be cut off in a row of one line, and be too narrow for a finger. */
const STATIONS_NAMED = 1;

/** An item of the feed: what it is, who published it when, and the locations it is about. Drawn on either side. */
export function EvidenceRow({ item, isSelectable }: { item: EvidenceItem; isSelectable: boolean }) {
  const t = useTranslations("evidence");
  const locale = useLocaleCode();
  const reliability = item.publisher?.reliability ?? null;
  const named = item.stations.slice(0, STATIONS_NAMED);
  const unnamed = item.stations.length - named.length;
  return (
    <li data-row="" className="evidence-row">
      {isSelectable && <SelectBox kind="evidence" slug={item.slug} title={item.title} />}
      <h3>
        <QuietLink href={`/evidence/${item.slug}`} title={item.title}>
          {item.titleSeen ? (
            <Foreign lang={item.language}>{item.title}</Foreign>
          ) : (
            <MixedText>{item.title}</MixedText>
          )}
        </QuietLink>
      </h3>
      <p className="e-publisher">{item.publisher?.name ?? t("publisherUnknown")}</p>
      <p className="e-published">{formatFuzzyDate(item.published, locale)}</p>
      <p className="e-kind">
        {[t(`kind.${item.kind}`), item.language && nameOfLanguage(locale, item.language)].filter(Boolean).join(", ")}
      </p>
      <p className="e-stations">
        {named.map(({ slug, name }) => (
          <QuietLink key={slug} href={`/stations/${slug}`}>
            {name}
          </QuietLink>
        ))}
        {unnamed > 0 && <span className="text-muted">+ {unnamed}</span>}
      </p>
      <p className="e-marks">
        <UnreadMark unread={item.unread} />
        <Grade reliability={reliability} credibility={item.credibility} />
        {item.sharing !== "CLEAR" && <Badge>{t(`sharing.${item.sharing}`)}</Badge>}
        {!isPublic(item.state) && <StateBadge state={item.state} />}
      </p>
    </li>
  );
}

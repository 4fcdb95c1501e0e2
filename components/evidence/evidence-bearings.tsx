import { useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { Badge, StateBadge, StatusMark } from "@/components/ui/marks";
import type { EvidenceRecord } from "@/db/access/evidence/evidence-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";
import { type EvidencePartPlace, EvidenceRest } from "./evidence-rest";
import { RelatedSection } from "./related-section";

const ITEM = "border-b border-rule py-2";

type Props = { item: EvidenceRecord; place: EvidencePartPlace };

/** The locations, answers, events and status reports that the item bears on. */
export function EvidenceBearings({ item, place }: Props) {
  const t = useTranslations("evidence");
  const responseWords = useTranslations("response");
  const eventWords = useTranslations("event");
  const locale = useLocaleCode();
  return (
    <>
      <RelatedSection
        id="stations"
        title={t("stations")}
        none={t("stationsNone")}
        count={item.parts.stations.total}
        rest={<EvidenceRest item={item} place={place} part="stations" />}
      >
        {item.stations.map((station) => (
          <li key={station.slug} className={ITEM}>
            <Link href={`/stations/${station.slug}`}>{station.name}</Link>{" "}
            <span className="text-sm text-muted">{countryName(station.country, locale)}</span>
          </li>
        ))}
      </RelatedSection>
      {item.statuses.length > 0 && (
        <RelatedSection
          id="statuses"
          title={t("statuses")}
          none=""
          count={item.parts.statuses.total}
          rest={<EvidenceRest item={item} place={place} part="statuses" />}
        >
          {item.statuses.map(({ station, status, asOf }) => (
            <li key={`${station.slug} ${status} ${asOf?.edtf}`} className={ITEM}>
              <StatusMark status={status} />{" "}
              <span className="text-sm text-muted">
                {t("statusSince", { station: station.name, date: formatFuzzyDate(asOf, locale) })}
              </span>
            </li>
          ))}
        </RelatedSection>
      )}
      <RelatedSection
        id="responses"
        title={t("responses")}
        none={t("responsesNone")}
        count={item.parts.responses.total}
        rest={<EvidenceRest item={item} place={place} part="responses" />}
      >
        {item.responses.map((response) => (
          <li key={response.slug} className={ITEM}>
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
              <Badge>{responseWords(`kind.${response.kind}`)}</Badge>
              {response.authority && <span>{response.authority}</span>}
              <span>{formatFuzzyDate(response.given, locale)}</span>
              {!isPublic(response.state) && <StateBadge state={response.state} />}
            </p>
            <Link href={`/responses/${response.slug}`}>
              <DeskText>{response.summary}</DeskText>
            </Link>
          </li>
        ))}
      </RelatedSection>
      <RelatedSection
        id="events"
        title={t("events")}
        none={t("eventsNone")}
        count={item.parts.events.total}
        rest={<EvidenceRest item={item} place={place} part="events" />}
      >
        {item.events.map((event) => (
          <li key={event.slug} className={ITEM}>
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
              <Badge>{eventWords(`kind.${event.kind}`)}</Badge>
              <span>{formatFuzzyDate(event.occurred, locale)}</span>
              {!isPublic(event.state) && <StateBadge state={event.state} />}
            </p>
            <Link href={`/events/${event.slug}`}>
              <DeskText>{event.title}</DeskText>
            </Link>
          </li>
        ))}
      </RelatedSection>
    </>
  );
}

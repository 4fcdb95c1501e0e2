import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { deskSections, SectionBar } from "@/components/records/section-bar";
import { DeskText } from "@/components/ui/desk-text";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { findEvent } from "@/db/access/events/events";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { withSites } from "@/lib/text/site-of-url";
import type { Actor } from "@/lib/workflow/actor";
import { type EventPlace, EventSources } from "./event-sources";

type Props = {
  actor: Actor;
  event: Awaited<ReturnType<typeof findEvent>>;
  place: EventPlace;
  actions: ReactNode;
  children: ReactNode;
};

/** An event: what happened, when and where as far as that is known, and which items say so. */
export function EventFile({ actor, event, place, actions, children }: Props) {
  const t = useTranslations("event");
  const locale = useLocaleCode();
  return (
    <article>
      <PageHeading
        above={
          <>
            <Breadcrumb places={[{ href: "/events", label: t("title") }]} />
            <Badge>{t(`kind.${event.kind}`)}</Badge>
            <StateBadge state={event.state} />
            <span className="font-mono text-xs">{event.slug}</span>
          </>
        }
        title={<DeskText>{event.title}</DeskText>}
        lead={`${formatFuzzyDate(event.occurred, locale)} · ${event.country ? countryName(event.country, locale) : t("noCountry")}`}
        actions={actions}
      />
      <SectionBar
        sections={[
          { id: "evidence", label: t("evidence"), count: event.parts.evidence.total },
          ...deskSections(actor),
        ]}
      />
      {event.summary && (
        <section aria-labelledby="summary">
          <h2 id="summary">{t("summary")}</h2>
          <p dir="auto" className="measure mt-2 whitespace-pre-line">
            <DeskText>{withSites(event.summary)}</DeskText>
          </p>
        </section>
      )}
      {event.note && (
        <div className="mt-6">
          <Notice title={t("note")}>
            <p>
              <DeskText>{withSites(event.note)}</DeskText>
            </p>
          </Notice>
        </div>
      )}
      <EventSources event={event} place={place} />
      {children}
    </article>
  );
}

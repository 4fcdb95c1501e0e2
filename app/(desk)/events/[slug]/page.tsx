import type { Metadata } from "next";
import { cache } from "react";
import { useLocaleCode, useWords } from "#words";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { EventSources } from "@/components/events/event-sources";
import { EditLink, StandingPanel } from "@/components/records/standing-panel";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { findEvent } from "@/db/access/events";
import { findStanding } from "@/db/access/standing";
import { countryName } from "@/lib/country";
import { sayDate } from "@/lib/fuzzy-date";
import { withSites } from "@/lib/site";
import { stepAction } from "../../step-action";

type Props = PageProps<"/events/[slug]">;

/** The page and its title ask for the same. */
const readEvent = cache(findEvent);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  return { title: (await found(readEvent(actor, (await params).slug))).title };
}

export default async function EventPage({ params }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const [event, standing] = await found(Promise.all([readEvent(actor, slug), findStanding(actor, "event", slug)]));
  const t = useWords("event");
  const locale = useLocaleCode();
  return (
    <article>
      <PageHeading
        above={
          <>
            <Badge>{t(`kind.${event.kind}`)}</Badge>
            <StateBadge state={event.state} />
            <span className="font-mono text-xs">{event.slug}</span>
          </>
        }
        title={event.title}
        lead={`${sayDate(event.occurred, locale)} · ${event.country ? countryName(event.country, locale) : t("noCountry")}`}
        actions={
          <EditLink actor={actor} permission="record an event" standing={standing} href={`/events/${slug}/edit`} />
        }
      />
      {event.summary && (
        <section aria-labelledby="summary">
          <h2 id="summary">{t("summary")}</h2>
          <p className="measure mt-2 whitespace-pre-line">{withSites(event.summary)}</p>
        </section>
      )}
      {event.note && (
        <div className="mt-6">
          <Notice title={t("note")}>
            <p>{withSites(event.note)}</p>
          </Notice>
        </div>
      )}
      <EventSources items={event.evidence} />
      <StandingPanel actor={actor} kind="event" standing={standing} action={stepAction} />
    </article>
  );
}

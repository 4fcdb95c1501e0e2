import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { ActiveEventFilters, EventFilters } from "@/components/events/event-filters";
import { EventList } from "@/components/events/event-list";
import { AddressProblems } from "@/components/records/address-problems";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { countEvents, listEvents } from "@/db/access/events/events";
import { eventFilter } from "@/lib/filters/event-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "event")("title") };
}

export default async function EventsPage({ searchParams }: PageProps<"/events">) {
  const actor = await requireActor();
  const { value: view, problems } = eventFilter.parse(await searchParams);
  const [page, counts] = await Promise.all([listEvents(actor, view), countEvents(actor, view)]);
  const t = useTranslations("event");
  const isSelectable = may(actor, "take on work");
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        counted={page}
        actions={
          <>
            {may(actor, "record an event") && (
              <ButtonLink kind="primary" href="/events/new">
                {t("new")}
              </ButtonLink>
            )}
            <ListTools actor={actor} list="events" query={eventFilter.toQuery(view)} />
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
        <EventFilters view={view} counts={counts} />
        <div className="min-w-0">
          <AddressProblems problems={problems} />
          <ActiveEventFilters view={view} total={page.total} />
          <EventList
            {...{ view, page, isSelectable }}
            showState={may(actor, "read drafts")}
            choice={await readColumnChoice("events")}
          />
          {isSelectable && <BatchBar list={eventFilter.href("/events", view, { after: view.after })} />}
        </div>
      </div>
    </>
  );
}

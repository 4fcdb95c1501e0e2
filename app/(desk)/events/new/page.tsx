import type { Metadata } from "next";
import { useLocaleCode, useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { EventForm } from "@/components/events/event-form";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/records/record-names";
import { wordsFor } from "@/lib/text/words";
import { recordEventAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "event")("newTitle") };
}

/** `?evidence=src-001` begins with that item filled in. */
export default async function NewEventPage({ searchParams }: PageProps<"/events/new">) {
  const actor = await requirePermission("record an event");
  const asked = [(await searchParams).evidence ?? []].flat();
  const names = await listRecordNames(actor, { evidence: asked });
  const evidence = asked.filter((slug) => slug in names);
  const [only] = evidence;
  const t = useWords("event");
  const countries = countryChoices(useLocaleCode());
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["event", "record", "form"]}>
        <EventForm
          action={recordEventAction}
          initial={{ evidence }}
          names={names}
          countries={countries}
          cancelHref={only ? `/evidence/${only}` : "/events"}
        />
      </Words>
    </>
  );
}

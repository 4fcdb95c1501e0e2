import type { Metadata } from "next";
import { useLocaleCode, useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { EventForm } from "@/components/events/event-form";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { getTranslations } from "@/lib/text/translations";
import { recordEventAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "event")("newTitle") };
}

/** `?evidence=src-001` begins with that item filled in. */
export default async function NewEventPage({ searchParams }: PageProps<"/events/new">) {
  const actor = await requireActorWith("record an event");
  const slugs = [(await searchParams).evidence ?? []].flat();
  const names = await listRecordNames(actor, { evidence: slugs });
  const evidence = slugs.filter((slug) => slug in names);
  const [only] = evidence;
  const t = useTranslations("event");
  const countries = countryChoices(useLocaleCode());
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["event", "record", "form", "organization"]}>
        <EventForm
          action={recordEventAction}
          initial={{ evidence }}
          names={names}
          countries={countries}
          cancelHref={only ? `/evidence/${only}` : "/events"}
        />
      </Messages>
    </>
  );
}

import type { Metadata } from "next";
import { useLocaleCode, useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { EventForm } from "@/components/events/event-form";
import { countryChoices } from "@/components/records/country-choices";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/record-names";
import { findRecord } from "@/db/access/record-snapshot";
import { wordsFor } from "@/lib/words";
import { isEditable } from "@/lib/workflow";
import { reviseEventAction } from "../../actions";

type Props = PageProps<"/events/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: wordsFor(await readLocale(), "event")("editTitle", { slug }) };
}

export default async function EditEventPage({ params }: Props) {
  const actor = await requirePermission("record an event");
  const { slug } = await params;
  const record = await found(findRecord(actor, "event", slug));
  const names = await listRecordNames(actor, { evidence: record.input.evidence });
  const t = useWords("event");
  const countries = countryChoices(useLocaleCode());
  const href = `/events/${slug}`;
  return (
    <>
      <PageHeading title={t("editTitle", { slug })} lead={record.input.title} />
      {isEditable(record.state) ? (
        <Words of={["event", "record", "form"]}>
          <EventForm
            action={reviseEventAction}
            edited={record}
            names={names}
            countries={countries}
            cancelHref={href}
          />
        </Words>
      ) : (
        <ReadOnlyNotice standing={record} href={href} />
      )}
    </>
  );
}

import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { requirePermission } from "@/app/_server/session";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { EditStation } from "@/components/stations/station-editor";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/record-names";
import { findRecord } from "@/db/access/record-snapshot";
import { isPublic } from "@/lib/editorial";
import { wordsFor } from "@/lib/words";
import { reviseStationAction } from "../../actions";

async function read({ params }: PageProps<"/stations/[slug]/edit">) {
  const actor = await requirePermission("record a station");
  return { actor, record: await found(findRecord(actor, "station", (await params).slug)) };
}

export async function generateMetadata(props: PageProps<"/stations/[slug]/edit">): Promise<Metadata> {
  const { actor, record } = await read(props);
  return { title: wordsFor(actor.locale, "station")("editTitle", { name: record.input.name }) };
}

export default async function EditStationPage(props: PageProps<"/stations/[slug]/edit">) {
  const { actor, record } = await read(props);
  if (isPublic(record.state)) {
    return (
      <>
        <PageHeading title={wordsFor(actor.locale, "station")("editTitle", { name: record.input.name })} />
        <ReadOnlyNotice standing={record} href={`/stations/${record.slug}`} />
      </>
    );
  }
  const names = await listRecordNames(actor, { organization: [record.input.operator] });
  return <EditStation action={reviseStationAction} edited={record} name={record.input.name} names={names} />;
}

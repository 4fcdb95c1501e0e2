import type { Metadata } from "next";
import { NewStatusReport } from "@/app/_parts/status-report-here";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { PageHeading } from "@/components/ui/page-heading";
import { findStation } from "@/db/access/stations/stations";
import { getTranslations } from "@/lib/text/translations";

async function read({ params }: PageProps<"/stations/[slug]/status/new">) {
  const actor = await requireActorWith("record a status report");
  const station = await orNotFound(findStation(actor, (await params).slug));
  return { station, title: getTranslations(actor.locale, "statusReport")("newTitle", { name: station.name }) };
}

export async function generateMetadata(props: PageProps<"/stations/[slug]/status/new">): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function NewStatusReportPage(props: PageProps<"/stations/[slug]/status/new">) {
  const { station, title } = await read(props);
  return (
    <>
      <PageHeading title={title} />
      <NewStatusReport station={station.slug} />
    </>
  );
}

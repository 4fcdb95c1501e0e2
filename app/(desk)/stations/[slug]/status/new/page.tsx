import type { Metadata } from "next";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { StatusReportForm } from "@/components/stations/status-report-form";
import { PageHeading } from "@/components/ui/page-heading";
import { findStation } from "@/db/access/stations/stations";
import { getTranslations } from "@/lib/text/translations";
import { recordStatusReportAction } from "../../../actions";

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
      <Messages of={["statusReport", "status", "record", "form", "organization"]}>
        <StatusReportForm
          action={recordStatusReportAction}
          station={station.slug}
          cancelHref={`/stations/${station.slug}`}
        />
      </Messages>
    </>
  );
}

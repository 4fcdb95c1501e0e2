import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { requirePermission } from "@/app/_server/session";
import { StatusReportForm } from "@/components/stations/status-report-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { findStation } from "@/db/access/stations/stations";
import { wordsFor } from "@/lib/text/words";
import { recordStatusReportAction } from "../../../actions";

async function read({ params }: PageProps<"/stations/[slug]/status/new">) {
  const actor = await requirePermission("record a status report");
  const station = await found(findStation(actor, (await params).slug));
  return { station, title: wordsFor(actor.locale, "statusReport")("newTitle", { name: station.name }) };
}

export async function generateMetadata(props: PageProps<"/stations/[slug]/status/new">): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function NewStatusReportPage(props: PageProps<"/stations/[slug]/status/new">) {
  const { station, title } = await read(props);
  return (
    <>
      <PageHeading title={title} />
      <Words of={["statusReport", "status", "record", "form"]}>
        <StatusReportForm
          action={recordStatusReportAction}
          station={station.slug}
          cancelHref={`/stations/${station.slug}`}
        />
      </Words>
    </>
  );
}

import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { requirePermission } from "@/app/_server/session";
import { ReplyForm } from "@/components/replies/reply-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { findStation } from "@/db/access/stations";
import { wordsFor } from "@/lib/words";
import { recordReplyRequestAction } from "../../../actions";

async function read({ params }: PageProps<"/stations/[slug]/replies/new">) {
  const actor = await requirePermission("record a reply request");
  return { actor, station: await found(findStation(actor, (await params).slug)) };
}

export async function generateMetadata(props: PageProps<"/stations/[slug]/replies/new">): Promise<Metadata> {
  const { actor } = await read(props);
  return { title: wordsFor(actor.locale, "replyRequest")("new") };
}

export default async function NewReplyRequestPage(props: PageProps<"/stations/[slug]/replies/new">) {
  const { actor, station } = await read(props);
  return (
    <>
      <PageHeading
        above={<Link href={`/stations/${station.slug}`}>{station.name}</Link>}
        title={wordsFor(actor.locale, "replyRequest")("new")}
      />
      <Words of={["replyRequest", "record", "form"]}>
        <ReplyForm action={recordReplyRequestAction} station={station.slug} />
      </Words>
    </>
  );
}

import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { ReplyForm } from "@/components/replies/reply-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/records/record-names";
import { wordsFor } from "@/lib/text/words";
import { recordReplyRequestAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "replyRequest")("new") };
}

export default async function NewReplyRequestPage({ searchParams }: PageProps<"/replies/new">) {
  const actor = await requirePermission("record a reply request");
  const { station, claim, respondent } = await searchParams;
  const [stations, claims] = [[station ?? []].flat(), [claim ?? []].flat()];
  const [organization = ""] = [respondent ?? []].flat();
  const names = await listRecordNames(actor, { station: stations, claim: claims, organization: [organization] });
  const t = useWords("replyRequest");
  return (
    <>
      <PageHeading title={t("new")} />
      <Words of={["replyRequest", "record", "form"]}>
        <ReplyForm
          action={recordReplyRequestAction}
          initial={{ stations, claims, respondent: organization }}
          names={names}
          cancelHref={stations.length === 1 ? `/stations/${stations[0]}#replies` : "/replies"}
        />
      </Words>
    </>
  );
}

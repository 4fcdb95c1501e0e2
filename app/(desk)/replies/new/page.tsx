import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { ReplyForm } from "@/components/replies/reply-form";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { getTranslations } from "@/lib/text/translations";
import { recordReplyRequestAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "replyRequest")("new") };
}

export default async function NewReplyRequestPage({ searchParams }: PageProps<"/replies/new">) {
  const actor = await requireActorWith("record a reply request");
  const { station, claim, respondent } = await searchParams;
  const [stations, claims] = [[station ?? []].flat(), [claim ?? []].flat()];
  const [organization = ""] = [respondent ?? []].flat();
  const names = await listRecordNames(actor, { station: stations, claim: claims, organization: [organization] });
  const t = useTranslations("replyRequest");
  return (
    <>
      <PageHeading title={t("new")} />
      <Messages of={["replyRequest", "record", "form", "organization"]}>
        <ReplyForm
          action={recordReplyRequestAction}
          initial={{ stations, claims, respondent: organization }}
          names={names}
          cancelHref={stations.length === 1 ? `/stations/${stations[0]}#replies` : "/replies"}
        />
      </Messages>
    </>
  );
}

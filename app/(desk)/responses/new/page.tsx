import type { Metadata } from "next";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { recordAnswerAction } from "@/app/(desk)/replies/actions";
import { ResponseForm } from "@/components/responses/response-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/records/record-names";
import { findReply } from "@/db/access/replies/replies";
import { wordsFor } from "@/lib/text/words";
import { recordResponseAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "response")("newTitle") };
}

export default async function NewResponsePage({ searchParams }: PageProps<"/responses/new">) {
  const actor = await requirePermission("record a response");
  const { station, claim, request } = await searchParams;
  const asked = typeof request === "string" ? await found(findReply(actor, request)) : null;
  const stations = asked?.stations.map(({ slug }) => slug) ?? [station ?? []].flat();
  const claims = asked?.claims.map(({ slug }) => slug) ?? [claim ?? []].flat();
  const authority = asked?.respondent?.slug ?? "";
  const names = await listRecordNames(actor, { station: stations, claim: claims, organization: [authority] });
  const t = useWords("response");
  const reply = useWords("replyRequest");
  const lead = asked && reply("answerTo", { name: asked.respondent?.name ?? reply("respondentHidden") });
  return (
    <>
      <PageHeading title={t("newTitle")} lead={lead} />
      <Words of={["response", "common", "form", "record"]}>
        <ResponseForm
          action={asked ? recordAnswerAction : recordResponseAction}
          initial={{ authority, stations, answers: claims.map((slug) => ({ claim: slug, answer: "" })) }}
          names={names}
          cancelHref={asked ? `/replies/${asked.slug}` : "/responses"}
          request={asked?.slug}
        />
      </Words>
    </>
  );
}

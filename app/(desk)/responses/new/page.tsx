import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { recordAnswerAction } from "@/app/(desk)/replies/actions";
import { Messages } from "@/components/messages";
import { ResponseForm } from "@/components/responses/response-form";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { findReply } from "@/db/access/replies/replies";
import { readAnswerStart } from "@/db/access/stations/answer-start";
import { getTranslations } from "@/lib/text/translations";
import { recordResponseAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "response")("newTitle") };
}

export default async function NewResponsePage({ searchParams }: PageProps<"/responses/new">) {
  const actor = await requireActorWith("record a response");
  const { station, claim, request } = await searchParams;
  const requested = typeof request === "string" ? await orNotFound(findReply(actor, request)) : null;
  const stations = requested?.stations.map(({ slug }) => slug) ?? [station ?? []].flat();
  const known = stations.length === 1 && !requested ? await readAnswerStart(actor, stations[0] ?? "") : null;
  const claims = requested?.claims.map(({ slug }) => slug) ?? (claim ? [claim].flat() : (known?.claims ?? []));
  const authority = requested?.respondent?.slug ?? "";
  const names = await listRecordNames(actor, { station: stations, claim: claims, organization: [authority] });
  const t = useTranslations("response");
  const reply = useTranslations("replyRequest");
  const lead = requested && reply("answerTo", { name: requested.respondent?.name ?? reply("respondentHidden") });
  return (
    <>
      <PageHeading title={t("newTitle")} lead={lead} />
      <Messages of={["response", "common", "form", "record", "organization"]}>
        <ResponseForm
          action={requested ? recordAnswerAction : recordResponseAction}
          initial={{
            authority,
            stations,
            countries: known?.countries ?? [],
            answers: claims.map((slug) => ({ claim: slug, answer: "" })),
          }}
          names={names}
          offered={claims}
          cancelHref={requested ? `/replies/${requested.slug}` : known ? `/stations/${stations[0]}` : "/responses"}
          request={requested?.slug}
        />
      </Messages>
    </>
  );
}

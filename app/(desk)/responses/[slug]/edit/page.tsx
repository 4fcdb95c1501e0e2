import type { Metadata } from "next";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { ResponseForm } from "@/components/responses/response-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/record-names";
import { findRecord } from "@/db/access/record-snapshot";
import { wordsFor } from "@/lib/words";
import { isEditable } from "@/lib/workflow";
import { reviseResponseAction } from "../../actions";

type Props = PageProps<"/responses/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "response")("editTitle", { slug: (await params).slug }) };
}

export default async function EditResponsePage({ params }: Props) {
  const actor = await requirePermission("record a response");
  const { slug } = await params;
  const response = await found(findRecord(actor, "response", slug));
  const { authority, stations, evidence, answers } = response.input;
  const names = await listRecordNames(actor, {
    organization: [authority],
    station: stations,
    evidence,
    claim: answers.map(({ claim }) => claim),
  });
  const t = useWords("response");
  const href = `/responses/${slug}`;
  return (
    <>
      <PageHeading title={t("editTitle", { slug })} lead={response.input.summary} />
      <ReadOnlyNotice standing={response} href={href} />
      {isEditable(response.state) && (
        <Words of={["response", "common", "form", "record"]}>
          <ResponseForm action={reviseResponseAction} edited={response} names={names} cancelHref={href} />
        </Words>
      )}
    </>
  );
}

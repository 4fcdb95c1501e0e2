import type { Metadata } from "next";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/record-names";
import { findRecord } from "@/db/access/record-snapshot";
import { wordsFor } from "@/lib/words";
import { isEditable } from "@/lib/workflow";
import { reviseEvidenceAction } from "../../actions";

type Props = PageProps<"/evidence/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: wordsFor(await readLocale(), "evidence")("editTitle", { slug }) };
}

export default async function EditEvidencePage({ params }: Props) {
  const actor = await requirePermission("record evidence");
  const { slug } = await params;
  const record = await found(findRecord(actor, "evidence", slug));
  const { publisher, carriedBy, stations } = record.input;
  const names = await listRecordNames(actor, { organization: [publisher, carriedBy], station: stations });
  const t = useWords("evidence");
  const href = `/evidence/${slug}`;
  return (
    <>
      <PageHeading title={t("editTitle", { slug })} lead={record.input.title} />
      {isEditable(record.state) ? (
        <Words of={["evidence", "record", "form"]}>
          <EvidenceForm action={reviseEvidenceAction} edited={record} names={names} cancelHref={href} />
        </Words>
      ) : (
        <ReadOnlyNotice standing={record} href={href} />
      )}
    </>
  );
}

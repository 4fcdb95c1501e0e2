import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/records/record-names";
import { wordsFor } from "@/lib/text/words";
import { recordEvidenceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "evidence")("newTitle") };
}

/** `?station=nl-amsterdam` begins with that location filled in. */
export default async function NewEvidencePage({ searchParams }: PageProps<"/evidence/new">) {
  const actor = await requirePermission("record evidence");
  const asked = [(await searchParams).station ?? []].flat();
  const names = await listRecordNames(actor, { station: asked });
  const stations = asked.filter((slug) => slug in names);
  const [only] = stations;
  const t = useWords("evidence");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["evidence", "record", "form"]}>
        <EvidenceForm
          action={recordEvidenceAction}
          initial={{ stations }}
          names={names}
          cancelHref={only ? `/stations/${only}` : "/evidence"}
        />
      </Words>
    </>
  );
}

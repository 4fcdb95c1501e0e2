import { RecordPartRest } from "@/components/records/record-part-rest";
import type { EvidenceRecord } from "@/db/access/evidence/evidence-file";
import { evidenceParts, type PartName, type PartPlace } from "@/lib/filters/record-parts";

export type EvidencePartPlace = PartPlace<PartName<typeof evidenceParts>> | null;
type Props = {
  item: Pick<EvidenceRecord, "slug" | "parts">;
  place: EvidencePartPlace;
  part: PartName<typeof evidenceParts>;
};

/** Under a part of an item's page: how much of it is shown, and the way to the rest. */
export const EvidenceRest = ({ item: { slug, parts }, place, part }: Props) => (
  <RecordPartRest view={evidenceParts} path={`/evidence/${slug}`} {...{ part, parts, place }} />
);

import { PartRest } from "@/components/records/part-rest";
import type { StationFile } from "@/db/access/stations/station-file";
import type { StationPart } from "@/lib/filters/record-parts";
import { type StationEvidenceView, stationPartHrefs } from "@/lib/filters/station-evidence-filter";

type Props = { slug: string; view: StationEvidenceView; file: StationFile; part: StationPart };

/** Under a part of a station's page: how much of it is shown, and the way to the rest. */
export function StationPartRest({ slug, view, file, part }: Props) {
  const { items, total, next } = file.parts[part];
  return <PartRest shown={items.length} total={total} {...stationPartHrefs(slug, view, part, next)} />;
}

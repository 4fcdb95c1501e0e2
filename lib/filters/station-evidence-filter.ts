import { STANCES } from "../records/claim";
import { EVIDENCE_KINDS } from "../records/evidence";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField } from "./filter-field";
import { type PartPlace, partAddresses, type StationPart, stationParts } from "./record-parts";

/** What the evidence on a station's page is narrowed to, and the part of the page that goes on. */
export const stationEvidenceFilter = defineFilter({
  kind: choicesField(EVIDENCE_KINDS),
  language: choicesField(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/),
  stance: choicesField(STANCES),
  ...stationParts.fields,
});
export type StationEvidenceView = FilterValue<typeof stationEvidenceFilter>;

/** The part that the page goes on with; null for the beginning of all. A place that can't be read is none. */
export function stationPlace(view: StationEvidenceView): PartPlace<StationPart> | null {
  const place = stationParts.placeIn(view);
  return place === "wrong" ? null : place;
}

/** The section of the page in which a part stands. */
const SECTIONS: Record<StationPart, string> = {
  evidence: "evidence",
  claims: "beside",
  responses: "beside",
  disputes: "beside",
  requests: "replies",
};

/** Where a part of a station's page goes on, and begins again. */
export const stationPartHrefs = (
  slug: string,
  view: StationEvidenceView,
  part: StationPart,
  next: readonly string[] | null,
) =>
  partAddresses(
    part,
    next,
    stationPlace(view),
    (place) => `${stationEvidenceFilter.href(`/stations/${slug}`, view, place)}#${SECTIONS[part]}`,
  );

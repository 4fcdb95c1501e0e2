import { STANCES } from "../records/claim";
import { EVIDENCE_KINDS } from "../records/evidence";
import { defineFilter, type FilterValue } from "./filter";
import { many } from "./filter-field";

/** What the evidence on a station's page is narrowed to. */
export const stationEvidenceFilter = defineFilter({
  kind: many(EVIDENCE_KINDS),
  language: many(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/),
  stance: many(STANCES),
});
export type StationEvidenceView = FilterValue<typeof stationEvidenceFilter>;

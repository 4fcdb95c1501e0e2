import { STANCES } from "../records/claim";
import { EVIDENCE_KINDS } from "../records/evidence";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField } from "./filter-field";

/** What the evidence on a station's page is narrowed to. */
export const stationEvidenceFilter = defineFilter({
  kind: choicesField(EVIDENCE_KINDS),
  language: choicesField(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/),
  stance: choicesField(STANCES),
});
export type StationEvidenceView = FilterValue<typeof stationEvidenceFilter>;

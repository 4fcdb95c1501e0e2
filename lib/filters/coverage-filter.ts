import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField, cursorField, numberField } from "./filter-field";

const coverageCursor = z.strictObject({ country: z.string().length(2), at: z.iso.date(), id: z.uuid() });
export type CoverageCursor = z.infer<typeof coverageCursor>;

/** What the API lists of "examined, none found". */
export const coverageFilter = defineFilter({
  country: choicesField(COUNTRY_CODES),
  state: choicesField(LISTED_STATES),
  limit: numberField(1, 100, 25),
  after: cursorField(coverageCursor),
});
export type CoverageView = FilterValue<typeof coverageFilter>;

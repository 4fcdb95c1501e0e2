import { z } from "zod";
import { defineFilter, type FilterValue } from "./filter";
import { cursor } from "./filter-field";

/** The view of the public notes. */
export const correctionFilter = defineFilter({
  after: cursor(z.strictObject({ at: z.iso.datetime({ offset: true }), id: z.uuid() })),
});
export type CorrectionView = FilterValue<typeof correctionFilter>;

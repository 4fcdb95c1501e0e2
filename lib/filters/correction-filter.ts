import { z } from "zod";
import { defineFilter } from "./filter";
import { cursorField } from "./filter-field";

/** The view of the public notes. */
export const correctionFilter = defineFilter({
  after: cursorField(z.strictObject({ at: z.iso.datetime({ offset: true }), id: z.uuid() })),
});

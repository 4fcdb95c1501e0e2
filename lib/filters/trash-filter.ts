import { z } from "zod";
import { defineFilter } from "./filter";
import { cursorField } from "./filter-field";

/** The view of the trash: the latest thrown away first. */
export const trashFilter = defineFilter({ after: cursorField(z.strictObject({ seq: z.int().positive() })) });

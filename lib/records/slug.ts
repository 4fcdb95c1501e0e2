import { z } from "zod";
import { isBlank } from "../text/blank";

export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A record's name in addresses and in the dossier's files: lower-case latin letters, digits and single hyphens. */
export const slug = z
  .string()
  .trim()
  .refine((text) => !isBlank(text), { error: "validation.required", abort: true })
  .max(120, "validation.tooLong")
  .regex(SLUG_PATTERN, "validation.slug");

/** Names that stand beside the records in addresses ("/claims/new"); a record so called would be hidden behind them. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(["new", "calendar"]);

import { z } from "zod";
import { optionalText, version } from "../records/input";
import { LONGEST_REASON } from "../records/longest-reason";
import { GATE_WARNINGS } from "./gate";

const several = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];

/** The words, ticks and version that come with a step of either kind, as a form or a program sends them. */
export const transitionInput = {
  reason: optionalText(LONGEST_REASON),
  note: optionalText(LONGEST_REASON),
  basedOn: version,
  ticked: z.preprocess(several, z.array(z.enum(GATE_WARNINGS, { error: "validation.choice" }))),
} as const;

/** The redacted copies that a record's publication releases. */
export const releasedCopies = {
  copies: z.preprocess(several, z.array(z.uuid("validation.uuid")).max(200, "validation.tooMany")),
} as const;

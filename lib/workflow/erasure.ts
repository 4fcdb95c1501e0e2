import { z } from "zod";
import { RECORD_KINDS } from "../records/editorial";
import { requiredText } from "../records/input";
import { LONGEST_REASON } from "../records/longest-reason";
import { slug } from "../records/slug";

/** `record`: the record and all its versions; `earlier`: the content of all its versions before the present one. */
export const ERASURE_SCOPES = ["record", "earlier"] as const;
export type ErasureScope = (typeof ERASURE_SCOPES)[number];

/** The reason stays in the history for ever: it must not say again what is erased. */
export const erasureInput = z
  .object({
    kind: z.enum(RECORD_KINDS),
    slug,
    scope: z.enum(ERASURE_SCOPES, { error: "validation.choice" }),
    reason: requiredText(LONGEST_REASON),
    confirm: z.string().trim().default(""),
  })
  .superRefine((erasure, context) => {
    if (erasure.confirm !== erasure.slug) {
      context.addIssue({ code: "custom", path: ["confirm"], message: "validation.confirmSlug" });
    }
  });

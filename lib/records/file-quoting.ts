import { z } from "zod";
import { DERIVATIONS, STANCES } from "./claim";
import { flagOr, optionalNumber, optionalOneOf, optionalSlug, requiredText } from "./input";

/** What the form beside a file's text says: words of it, and what they do to which claim. */
export const fileQuoting = z
  .strictObject({
    file: z.uuid("validation.uuid"),
    /** The page that is open, from 1. */
    page: optionalNumber(z.int("validation.integer").min(1).max(9_999_999)),
    /** Where on it the words were selected, in code points; without JavaScript they are looked for. */
    start: optionalNumber(z.int("validation.integer").min(0)),
    quote: requiredText(1000),
    /** A claim that the item bears on already. */
    known: optionalSlug,
    /** Another claim. */
    claim: optionalSlug,
    /** Left empty: as the claim has it already. */
    stance: optionalOneOf(STANCES),
    derivation: optionalOneOf(DERIVATIONS),
    origin: optionalSlug,
    /** Ticked where the form asks: the file does not say it; another quote stands there already. */
    isMissing: flagOr(false),
    replaces: flagOr(false),
  })
  .transform(({ known, claim, ...quoting }, context) => {
    const chosen = claim ?? known;
    if (chosen) return { ...quoting, claim: chosen };
    context.addIssue({ code: "custom", path: ["claim"], message: "validation.required" });
    return z.NEVER;
  });
export type FileQuoting = z.output<typeof fileQuoting>;

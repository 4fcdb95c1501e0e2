import { z } from "zod";
import { isBlank } from "../text/blank";
import { unifyLineEnds } from "../text/line-ends";
import { LONGEST_COMMENT } from "./comment-threads";
import { SUBJECT_KINDS } from "./editorial";
import { blankToNull } from "./input";
import { slug } from "./slug";

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankToNull, schema.nullable().default(null));

/** Plain text. NUL and half of a surrogate pair can't be stored; a form sends its line breaks as CR LF. */
const body = z
  .string({ error: "validation.required" })
  .transform((text) => unifyLineEnds(text).trim())
  .pipe(
    z
      .string()
      .refine((text) => !isBlank(text), "validation.required")
      .max(LONGEST_COMMENT, "validation.tooLong"),
  )
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text), "validation.invalid");

/** Which record or proposal is discussed. */
export const subjectInput = z.object({ kind: z.enum(SUBJECT_KINDS, { error: "validation.choice" }), slug });

export const commentInput = subjectInput.extend({
  body,
  /** The field of the record that it is about. */
  field: optional(z.string().trim().max(60, "validation.tooLong")),
  /** The comment that it replies to. */
  parent: optional(z.uuid("validation.invalid")),
});
export type CommentInput = z.output<typeof commentInput>;

export const editInput = z.object({ body });
export const resolveInput = z.object({ resolved: z.boolean() });
export const followInput = subjectInput.extend({ follows: z.boolean() });

import { z } from "zod";
import { SUBJECT_KINDS } from "../records/editorial";
import { blankToNull } from "../records/input";
import { slug } from "../records/slug";
import { PRIORITIES } from "./priority";

/** Who of the desk can be given work. */
export const ASSIGNABLE_ROLES = ["reporter", "editor", "admin"] as const;

/** Words of the desk's own, small letters: "urgent-court", "nl desk". */
export const TAG = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
const MOST_TAGS = 12;

const tag = z.string().trim().toLowerCase().regex(TAG, "validation.tag");

const toTags = (value: unknown) =>
  (Array.isArray(value) ? value : [value ?? ""])
    .flatMap((item) => (typeof item === "string" ? item.split(/[,;\n]/) : [item]))
    .filter((item) => typeof item !== "string" || item.trim() !== "");

export const tags = z.preprocess(
  toTags,
  z
    .array(tag)
    .max(MOST_TAGS, "validation.tooMany")
    .transform((all) => [...new Set(all)].sort()),
);

/** What is planned for one record or proposal; what is left out stays as it is. */
export const planInput = z.object({
  kind: z.enum(SUBJECT_KINDS, { error: "validation.choice" }),
  slug,
  /** A person's id; null gives the work back. */
  assignee: z.preprocess(blankToNull, z.uuid("validation.person").nullable()).optional(),
  priority: z.enum(PRIORITIES, { error: "validation.choice" }).optional(),
  dueOn: z.preprocess(blankToNull, z.iso.date("validation.day").nullable()).optional(),
  tags: tags.optional(),
});
type PlanInput = z.output<typeof planInput>;
export type AssignmentPlan = Pick<PlanInput, "assignee" | "priority" | "dueOn" | "tags">;

import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { PROPOSAL_STATES } from "@/lib/workflow/proposal";
import { authored } from "./columns";
import { instant } from "./instant";
import { merges } from "./merges";
import { people } from "./people";
import { recordKind } from "./revisions";

export const proposalState = pgEnum("proposal_state", PROPOSAL_STATES);

/** A change to a published record that waits for another pair of eyes: its own copy of the content, complete or not. */
export const proposals = pgTable(
  "proposals",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique(),
    recordKind: recordKind("record_kind").notNull(),
    recordId: uuid("record_id").notNull(),
    /** The record's version that the change was made from. */
    baseVersion: integer("base_version").notNull(),
    /** The form's flat fields as they were typed; they may be incomplete. */
    typed: jsonb("typed").$type<Record<string, unknown>>().notNull(),
    /** The same as the record's input; null while it does not read as one. */
    input: jsonb("input").$type<Record<string, unknown>>(),
    reason: text("reason"),
    /** The public note of a correction; null: the change corrects nothing that was wrong. */
    correctionNote: text("correction_note"),
    /** The record that becomes one with this one, and its version that was read; null: the change is of this one alone. */
    absorbsId: uuid("absorbs_id"),
    absorbsVersion: integer("absorbs_version"),
    /** The merge that it takes back. */
    undoesId: uuid("undoes_id").references(() => merges.id),
    state: proposalState("state").notNull().default("draft"),
    version: integer("version").notNull().default(1),
    ...authored(),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    /** The record's version that it became. */
    appliedVersion: integer("applied_version"),
  },
  (proposal) => [
    index("proposals_by_record").on(proposal.recordKind, proposal.recordId, proposal.createdAt),
    index("proposals_by_state").on(proposal.state, proposal.updatedAt, proposal.id),
    index("proposals_by_absorbed").on(proposal.recordKind, proposal.absorbsId),
    index("proposals_by_author").on(proposal.createdBy, proposal.updatedAt, proposal.id),
    check("proposals_version_positive", sql`${proposal.version} >= 1`),
    check(
      "proposals_four_eyes",
      sql`${proposal.state} <> 'applied' or (${proposal.decidedBy} is not null and ${proposal.decidedBy} <> ${proposal.updatedBy} and ${proposal.decidedBy} <> ${proposal.createdBy})`,
    ),
    check("proposals_applied", sql`(${proposal.state} = 'applied') = (${proposal.appliedVersion} is not null)`),
    check(
      "proposals_absorbs_other",
      sql`(${proposal.absorbsId} is null) = (${proposal.absorbsVersion} is null) and ${proposal.absorbsId} is distinct from ${proposal.recordId} and num_nonnulls(${proposal.absorbsId}, ${proposal.undoesId}) <= 1`,
    ),
    check(
      "proposals_complete_in_review",
      sql`${proposal.state} not in ('in_review', 'applied') or (${proposal.input} is not null and ${proposal.reason} is not null)`,
    ),
  ],
);

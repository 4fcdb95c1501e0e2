import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  assignments,
  attachments,
  captures,
  commentFiles,
  comments,
  corrections,
  custodyEvents,
  distinctRecords,
  feedTokens,
  files,
  historyChecks,
  merges,
  notCopies,
  people,
} from "../../schema";

type Kept = {
  readonly table: PgTable;
  /** The uuid that a row is known by in the chain. */
  readonly id: SQL<string>;
  /** Columns of which a digest is kept. */
  readonly sealed: readonly string[];
  /** Columns that everybody changes for themselves, or that are no part of what was said and done. */
  readonly left?: readonly string[];
  /** Who is said to have written what was there before the chain kept it. */
  readonly author: SQL<string | null>;
};

const nobody = sql<null>`null`;

/** By what a plan is known, whether its row is there or not. */
export const planId = (kind: unknown, subject: unknown): SQL<string> =>
  sql`md5(${kind}::text || ' ' || ${subject}::text)::uuid`;

/** By what it is known that two items are no copies of each other. */
export const notCopyId = (lowerId: unknown, higherId: unknown): SQL<string> =>
  sql`md5('not_copy ' || ${lowerId}::text || ' ' || ${higherId}::text)::uuid`;

/** The rows beside the records that are editorial and have no revisions of their own: the chain keeps what they say. */
const KEPT_TABLES = {
  people: {
    table: people,
    id: sql`${people.id}`,
    sealed: ["email", "name", "passwordHash"],
    left: ["locale"],
    author: nobody,
  },
  comments: { table: comments, id: sql`${comments.id}`, sealed: ["body"], author: sql`${comments.authorId}` },
  assignments: {
    table: assignments,
    id: planId(assignments.subjectKind, assignments.subjectId),
    sealed: ["tags"],
    author: sql`${assignments.updatedBy}`,
  },
  corrections: {
    table: corrections,
    id: sql`${corrections.id}`,
    sealed: ["note"],
    author: sql`${corrections.authorId}`,
  },
  distinctRecords: {
    table: distinctRecords,
    id: sql`md5(${distinctRecords.recordKind} || ' ' || ${distinctRecords.lowerId} || ' ' || ${distinctRecords.higherId})::uuid`,
    sealed: [],
    author: sql`${distinctRecords.saidBy}`,
  },
  notCopies: {
    table: notCopies,
    id: notCopyId(notCopies.lowerId, notCopies.higherId),
    sealed: [],
    author: sql`${notCopies.saidBy}`,
  },
  merges: { table: merges, id: sql`${merges.id}`, sealed: ["relinked", "moved"], author: nobody },
  feedTokens: {
    table: feedTokens,
    id: sql`left(${feedTokens.id}, 32)::uuid`,
    sealed: ["id"],
    author: sql`${feedTokens.personId}`,
  },
  historyChecks: {
    table: historyChecks,
    id: sql`${historyChecks.id}`,
    sealed: ["problem"],
    author: sql`${historyChecks.checkedBy}`,
  },
  files: { table: files, id: sql`${files.id}`, sealed: [], author: sql`${files.by}` },
  attachments: {
    table: attachments,
    id: sql`${attachments.id}`,
    sealed: ["name", "reason"],
    author: sql`${attachments.by}`,
  },
  custodyEvents: {
    table: custodyEvents,
    id: sql`${custodyEvents.id}`,
    sealed: ["detail"],
    author: sql`${custodyEvents.by}`,
  },
  commentFiles: {
    table: commentFiles,
    id: sql`${commentFiles.id}`,
    sealed: ["name"],
    author: sql`${commentFiles.by}`,
  },
  captures: {
    table: captures,
    id: sql`${captures.id}`,
    sealed: ["url", "landed", "pageTitle", "browser"],
    // Each attempt counts there, and is no part of what came of it.
    left: ["attempts", "failure", "browserAttempts", "browserFailure"],
    author: sql`${captures.askedBy}`,
  },
} as const satisfies Record<string, Kept>;

export type KeptName = keyof typeof KEPT_TABLES;
export const KEPT_NAMES = Object.keys(KEPT_TABLES) as readonly KeptName[];
export const keptTable = (name: KeptName): Kept => KEPT_TABLES[name];

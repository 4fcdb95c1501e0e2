import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { GONE_STATES, PUBLIC_STATES } from "@/lib/records/editorial";
import { PUBLIC_SHARINGS } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import type { EditorialTable } from "./tables";

/** Words of our own as SQL: constants, so that PostgreSQL plans for them in a statement whose plan is kept. */
const wordList = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(", ")})`);
const [PUBLIC, GONE, LEAVING] = [PUBLIC_STATES, GONE_STATES, PUBLIC_SHARINGS].map(wordList);

type Columns = { readonly state: SQLWrapper; readonly sharing?: SQLWrapper | undefined };

/** `isPublic` of lib/records/editorial in SQL; where a TLP label stands, only as far as the label lets it leave the desk. */
export function isPublicRecord({ state, sharing }: Columns): SQL {
  const isOut = sql`${state} in ${PUBLIC}`;
  return sharing ? sql`(${isOut} and ${isPublicLabel(sharing)})` : isOut;
}

export const isPublicLabel = (sharing: SQLWrapper): SQL => sql`${sharing} in ${LEAVING}`;

/** Drafts that were thrown away, for those who may bring them back. */
export function trashedTo(actor: Actor, table: EditorialTable): SQL {
  return may(actor, "move a record to the trash") ? eq(table.state, "trashed") : sql`false`;
}

/** Records that became another one, for those who may read what they said. */
export function mergedTo(actor: Actor, table: EditorialTable): SQL {
  return may(actor, "read drafts") ? eq(table.state, "merged") : sql`false`;
}

/**
 * The rows of a table that this person may see, as a condition for WHERE (and for the ON of a join). Default deny. The
 * desk sees all of its work but what is in the trash or became another record; others what is published, and evidence only
 * as far as its TLP label lets it leave the desk.
 */
export function visibleTo(actor: Actor, table: EditorialTable): SQL {
  if (may(actor, "read drafts")) return sql`${table.state} not in ${GONE}`;
  if (!may(actor, "read published records")) return sql`false`;
  return isPublicRecord(table);
}

/** That a link leads to a row that somebody sees, where many links are read: few rows are hidden from the desk, and those are looked up. */
export function leadsToSeen(
  actor: Actor,
  link: AnyPgColumn,
  table: EditorialTable & { readonly id: AnyPgColumn },
): SQL {
  const visible = visibleTo(actor, table);
  return may(actor, "read drafts")
    ? sql`${link} not in (select ${table.id} from ${table} where not (${visible}))`
    : sql`${link} in (select ${table.id} from ${table} where ${visible})`;
}

/** What the desk remarks about a record to itself; null for everybody else. */
export const internalNoteFor = (actor: Actor, { internalNote }: { readonly internalNote: AnyPgColumn }) =>
  sql<string | null>`${may(actor, "read drafts") ? internalNote : sql`null`}`;

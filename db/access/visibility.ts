import { eq, inArray, notInArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { GONE_STATES, PUBLIC_STATES } from "@/lib/records/editorial";
import { PUBLIC_SHARINGS } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import type { EditorialTable } from "./tables";

type Columns = { readonly state: SQLWrapper; readonly sharing?: SQLWrapper | undefined };

/** `isPublic` of lib/records/editorial in SQL; where a TLP label stands, only as far as the label lets it leave the desk. */
export function isPublicRecord({ state, sharing }: Columns): SQL {
  const isOut = inArray(sql`${state}`, [...PUBLIC_STATES]);
  return sharing ? sql`(${isOut} and ${isPublicLabel(sharing)})` : isOut;
}

export const isPublicLabel = (sharing: SQLWrapper): SQL => inArray(sql`${sharing}`, [...PUBLIC_SHARINGS]);

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
  if (may(actor, "read drafts")) return notInArray(table.state, [...GONE_STATES]);
  if (!may(actor, "read published records")) return sql`false`;
  return isPublicRecord(table);
}

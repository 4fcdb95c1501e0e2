import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { PUBLIC_STATES } from "@/lib/editorial";
import { may } from "@/lib/policy";
import type { ScopedTable } from "./tables";

/**
 * The rows of a table that this person may see, as a condition for WHERE (and for the ON of a join). Default deny:
 * whoever may not read drafts gets what is published, and evidence only as far as its TLP label lets it travel.
 */
export function visibleTo(actor: Actor, table: ScopedTable): SQL {
  const conditions: (SQL | undefined)[] = [];
  if (!may(actor, "read drafts")) {
    conditions.push(may(actor, "read published records") ? inArray(table.state, [...PUBLIC_STATES]) : sql`false`);
  }
  if (table.sharing) {
    if (!may(actor, "read drafts")) conditions.push(inArray(table.sharing, ["CLEAR", "GREEN"]));
    else if (!may(actor, "read restricted evidence")) {
      conditions.push(or(ne(table.sharing, "RED"), eq(table.createdBy, actor.id)));
    }
  }
  return and(...conditions) ?? sql`true`;
}

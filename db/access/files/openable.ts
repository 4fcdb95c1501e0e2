import { isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { attachments } from "../../schema";

type Columns = { readonly redactedFrom: AnyPgColumn };

/** Which attachments of a record that they see somebody may open: the desk all, others the redacted copies alone. */
export function openableTo(actor: Pick<Actor, "role">, { redactedFrom }: Columns = attachments): SQL {
  if (may(actor, "open an original file")) return sql`true`;
  return may(actor, "read published records") ? isNotNull(redactedFrom) : sql`false`;
}

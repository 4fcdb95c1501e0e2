import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { attachments } from "../../schema";

type Columns = Readonly<Record<"redactedFrom" | "waitingSince", AnyPgColumn>>;

/** Which attachments of a record that they see somebody may open: the desk all, others the redacted copies alone that were released. */
export function openableTo(actor: Pick<Actor, "role">, { redactedFrom, waitingSince }: Columns = attachments): SQL {
  if (may(actor, "open an original file")) return sql`true`;
  if (!may(actor, "read published records")) return sql`false`;
  return and(isNotNull(redactedFrom), isNull(waitingSince)) as SQL;
}

import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimDisputes, claims } from "../../schema";
import { claimantsOf } from "../stations/station-claims";
import { visibleTo } from "../visibility";
import { claimDates } from "./claim-columns";

/** For each of these claims the visible ones that don't agree with it, whichever side named the other; one query. */
export async function listDisputes(actor: Actor, claimIds: readonly string[]) {
  if (claimIds.length === 0) return [];
  const ids = [...claimIds];
  const other = alias(claims, "other");
  const pairs = union(
    db
      .select({
        of: sql<string>`${claimDisputes.claimId}`.as("of"),
        with: sql<string>`${claimDisputes.disputedId}`.as("with"),
      })
      .from(claimDisputes)
      .where(inArray(claimDisputes.claimId, ids)),
    db
      .select({
        of: sql<string>`${claimDisputes.disputedId}`.as("of"),
        with: sql<string>`${claimDisputes.claimId}`.as("with"),
      })
      .from(claimDisputes)
      .where(inArray(claimDisputes.disputedId, ids)),
  ).as("pairs");
  return db
    .select({
      of: pairs.of,
      id: other.id,
      slug: other.slug,
      proposition: other.proposition,
      subject: other.subject,
      position: other.position,
      valueNumber: other.valueNumber,
      valueBound: other.valueBound,
      assessment: other.assessment,
      ...claimDates(other),
      claimants: claimantsOf(actor, other.id),
    })
    .from(pairs)
    .innerJoin(other, and(eq(other.id, pairs.with), visibleTo(actor, other)))
    .orderBy(asc(other.assertedSort), asc(other.slug));
}

import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { DESK_DAYS } from "@/lib/figures/workload";
import { SUBJECT_KINDS } from "@/lib/records/editorial";
import type { Actor, Role } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments, people, revisions } from "../../schema";
import { assignmentOf, recordStatesOf } from "../queue/queue-conditions";
import { waitingTable } from "../queue/waiting-table";
import { reviewTimes, transitionsSince } from "./review-times";

export type PersonFigures = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The account is: what it has in hand is in nobody's. */
  readonly isDisabled: boolean;
  readonly submitted: number;
  readonly decided: number;
  readonly published: number;
  /** Seconds; null: decided about nothing. */
  readonly median: number | null;
  /** What waits and was given to them. */
  readonly inHand: number;
};

/** The same work by person, of everybody who did any: for admins alone. */
export async function listPersonFigures(actor: Actor): Promise<PersonFigures[]> {
  requirePermission(actor, "read the workload of each person");
  const since = sql`now() - make_interval(days => ${DESK_DAYS})`;
  const counted = (pattern: string) =>
    sql<number>`(count(*) filter (where ${revisions.action} ~ ${sql.raw(`'[.](${pattern})$'`)}))::int`;
  const [everybody, did, took, holds] = await Promise.all([
    db
      .select({
        id: people.id,
        name: people.name,
        role: people.role,
        isDisabled: sql<boolean>`${people.disabledAt} is not null`,
      })
      .from(people)
      .orderBy(people.name, people.id),
    db
      .select({
        id: revisions.authorId,
        submitted: counted("submit"),
        decided: counted("approve|request_changes|reject"),
        published: counted("publish"),
      })
      .from(revisions)
      .where(transitionsSince(since))
      .groupBy(revisions.authorId),
    db.execute<{ id: string; median: number }>(
      sql`select author_id as id, percentile_cont(0.5) within group (order by seconds) as median from ${reviewTimes(DESK_DAYS)} group by author_id`,
    ),
    countAssigned(),
  ]);
  const done = new Map(did.map((row) => [row.id, row]));
  const medians = new Map([...took].map(({ id, median }) => [id, median]));
  const inHand = new Map<string, number>();
  for (const { id, count } of holds) if (id) inHand.set(id, (inHand.get(id) ?? 0) + count);
  return everybody
    .map((person) => ({
      ...person,
      submitted: done.get(person.id)?.submitted ?? 0,
      decided: done.get(person.id)?.decided ?? 0,
      published: done.get(person.id)?.published ?? 0,
      median: medians.get(person.id) ?? null,
      inHand: inHand.get(person.id) ?? 0,
    }))
    .filter(({ submitted, decided, published, inHand: held }) => submitted + decided + published + held > 0);
}

function countAssigned() {
  const [first, second, ...rest] = SUBJECT_KINDS.map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({
        id: sql<string | null>`${assignments.assigneeId}`.as("id"),
        count: sql<number>`count(*)::int`.as("n"),
      })
      .from(assignments)
      .innerJoin(table, assignmentOf(kind))
      .where(
        and(
          eq(assignments.subjectKind, kind),
          isNotNull(assignments.assigneeId),
          inArray(table.state, recordStatesOf(kind, WAITING_STATES)),
        ),
      )
      .groupBy(assignments.assigneeId);
  });
  return first && second ? unionAll(first, second, ...rest) : Promise.resolve([]);
}

import { and, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { claimWithout, type Left, statusWithout } from "@/lib/figures/left-without";
import type { Assessment } from "@/lib/records/claim";
import type { RecordKind } from "@/lib/records/editorial";
import type { PlacedStatus, StationStatus } from "@/lib/records/status";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { coverageEvidence, eventEvidence, evidence, responseEvidence, responses, statusReports } from "../../schema";
import { listDisputes } from "../claims/claim-disputes";
import { listStances } from "../claims/claim-sources";
import { fuzzyDateColumns } from "../fuzzy";
import type { RecordLine } from "../records/record-lines";
import { TAKEN_BACK } from "../stations/station-status";
import { visibleTo } from "../visibility";

/** What is left of a record, and the items that are gone from under it, by slug. */
export type LeftOf = Left<Assessment | StationStatus> & { readonly gone: readonly string[] };

/** The item that a record names as its ground, and whether it is gone. */
type Ground = { readonly record: string; readonly slug: string; readonly isGone: boolean };
type Lefts = ReadonlyMap<string, LeftOf>;

/** @param gone true for the items of `evidence` that count no more */
export async function leftWithout(actor: Actor, lines: readonly RecordLine[], gone: SQL): Promise<Lefts> {
  const idsOf = (kind: RecordKind) => lines.flatMap((line) => (line.kind === kind ? [line.id] : []));
  const parts = await Promise.all([
    leftOfClaims(actor, idsOf("claim"), gone),
    leftOfReports(actor, idsOf("status_report"), gone),
    leftOfOthers(actor, [...idsOf("response"), ...idsOf("event"), ...idsOf("coverage")], gone),
  ]);
  return new Map(parts.flatMap((part) => [...part]));
}

async function leftOfClaims(actor: Actor, ids: readonly string[], gone: SQL): Promise<Lefts> {
  const [stances, disputes] = await Promise.all([listStances(actor, ids), listDisputes(actor, ids)]);
  const items = [...new Set(stances.map(({ evidenceId }) => evidenceId))];
  const goneIds = new Set(await goneOf(items, gone));
  const stancesOf = groupBy(stances, ({ claimId }) => claimId);
  const disputed = new Set(disputes.map(({ of }) => of));
  return new Map(
    ids.map((id) => {
      const rows = stancesOf.get(id) ?? [];
      const under = rows.flatMap(({ evidenceId, slug }) => (goneIds.has(evidenceId) ? [slug] : []));
      return [id, { ...claimWithout(rows, (item) => goneIds.has(item), disputed.has(id)), gone: under }];
    }),
  );
}

async function goneOf(items: readonly string[], gone: SQL): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(inArray(evidence.id, [...items]), gone));
  return rows.map(({ id }) => id);
}

/** Of responses, events and coverage: how many items of theirs stand. */
async function leftOfOthers(actor: Actor, ids: readonly string[], gone: SQL): Promise<Lefts> {
  if (ids.length === 0) return new Map();
  const links = [
    { table: responseEvidence, owner: responseEvidence.responseId, names: responseEvidence.evidenceId },
    { table: eventEvidence, owner: eventEvidence.eventId, names: eventEvidence.evidenceId },
    { table: coverageEvidence, owner: coverageEvidence.coverageId, names: coverageEvidence.evidenceId },
  ].map(({ table, owner, names }) =>
    db
      .select({
        record: sql<string>`${owner}`.as("record"),
        slug: sql<string>`${evidence.slug}`.as("slug"),
        isGone: sql<boolean>`${gone}`.as("is_gone"),
      })
      .from(table as typeof eventEvidence)
      .innerJoin(evidence, and(eq(evidence.id, names), visibleTo(actor, evidence)))
      .where(inArray(owner, [...ids])),
  );
  const [first, second, third] = links;
  if (!first || !second || !third) return new Map();
  const groundsOf = groupBy(await unionAll(first, second, third), ({ record }) => record);
  return new Map([...groundsOf].map(([id, grounds]) => [id, { ...countLeft(grounds), word: null }]));
}

const countLeft = (grounds: readonly Ground[]) => ({
  grounds: grounds.length,
  left: grounds.filter(({ isGone }) => !isGone).length,
  gone: grounds.flatMap(({ slug, isGone }) => (isGone ? [slug] : [])),
});

/** Of status reports: whether an answer is left, and which status their station has without those that have nothing. */
async function leftOfReports(actor: Actor, ids: readonly string[], gone: SQL): Promise<Lefts> {
  if (ids.length === 0) return new Map();
  const own = db
    .select({ stationId: statusReports.stationId })
    .from(statusReports)
    .where(inArray(statusReports.id, [...ids]));
  const rows = await db
    .select({
      id: statusReports.id,
      stationId: statusReports.stationId,
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      recordedAt: sql<string>`${statusReports.createdAt}::text`,
      responseId: responses.id,
      slug: evidence.slug,
      isGone: sql<boolean>`coalesce(${gone}, false)`,
    })
    .from(statusReports)
    .leftJoin(evidence, and(eq(evidence.id, statusReports.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(responses, and(eq(responses.id, statusReports.responseId), visibleTo(actor, responses)))
    .where(
      and(
        inArray(statusReports.stationId, own),
        visibleTo(actor, statusReports),
        notInArray(statusReports.state, [...TAKEN_BACK]),
      ),
    );
  const reports = rows.map((row) => ({
    ...row,
    basis: row.responseId ? ("response" as const) : ("evidence" as const),
  }));
  const reportsOf = groupBy(reports satisfies readonly PlacedStatus[], ({ stationId }) => stationId);
  return new Map(
    reports
      .filter(({ id }) => ids.includes(id))
      .map((report) => {
        const left = (report.slug && !report.isGone ? 1 : 0) + (report.responseId ? 1 : 0);
        const word = statusWithout(reportsOf.get(report.stationId) ?? [], (one) => one.isGone && !one.responseId);
        const grounds = (report.slug ? 1 : 0) + (report.responseId ? 1 : 0);
        return [report.id, { grounds, left, word, gone: report.slug && report.isGone ? [report.slug] : [] }];
      }),
  );
}

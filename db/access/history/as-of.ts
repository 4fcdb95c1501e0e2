import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { AsOf } from "@/lib/filters/as-of";
import type { RecordKind } from "@/lib/records/editorial";
import { type ReferenceNames, titleOf, withoutHidden } from "@/lib/records/record-field";
import type { StatusParts } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { listReferenceNames } from "../records/record-names";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { listStatusesAsOf } from "./as-of-status";
import { type PublishedVersion, publishedAsOf } from "./published-as-of";

export type NamedAsOf = { readonly slug: string; readonly title: string; readonly snapshot: RevisionSnapshot };

export type RecordAsOf = {
  /** Null: nothing of it had been published. */
  readonly past: PublishedVersion | null;
  readonly title: string;
  readonly names: ReferenceNames;
  /** For a station: its status from the reports published then, and what named it. */
  readonly station: {
    readonly status: StatusParts | null;
    readonly claims: readonly NamedAsOf[];
    readonly responses: readonly NamedAsOf[];
    readonly evidence: readonly NamedAsOf[];
  } | null;
};

/** One record as it had been published by a moment. @throws Refusal not_found, when it is not this person's to see today */
export async function findAsOf(actor: Actor, kind: RecordKind, slug: string, asOf: AsOf): Promise<RecordAsOf> {
  requirePermission(actor, "read published records");
  const table = editorialTableOf(kind);
  const [record] = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.slug, slug), visibleTo(actor, table)));
  if (!record) throw Refusal.notFound();
  const [past] = await publishedAsOf(actor, kind, asOf, () => eq(table.id, record.id));
  if (!past) return { past: null, title: slug, names: {}, station: null };
  const names = await listReferenceNames(actor, [past.snapshot]);
  const snapshot = may(actor, "read drafts") ? past.snapshot : withoutHidden(past.snapshot, names);
  const station = kind === "station" ? await stationAsOf(actor, slug, asOf) : null;
  return { past: { ...past, snapshot }, title: titleOf(kind, snapshot) || slug, names, station };
}

async function stationAsOf(actor: Actor, slug: string, asOf: AsOf) {
  const among = (snapshot: SQL) => sql`${snapshot}->'stations' ? ${slug}`;
  const [statuses, claims, responses, evidence] = await Promise.all([
    listStatusesAsOf(actor, asOf, slug),
    publishedAsOf(actor, "claim", asOf, (snapshot) => sql`${snapshot}->>'station' = ${slug}`),
    publishedAsOf(actor, "response", asOf, among),
    publishedAsOf(actor, "evidence", asOf, among),
  ]);
  return {
    status: statuses.get(slug) ?? null,
    claims: claims.map((row) => named("claim", row)),
    responses: responses.map((row) => named("response", row)),
    evidence: evidence.map((row) => named("evidence", row)),
  };
}

const named = (kind: RecordKind, { slug, snapshot }: PublishedVersion): NamedAsOf => ({
  slug,
  title: titleOf(kind, snapshot),
  snapshot: { language: snapshot.language ?? null },
});

export type StationAsOf = NamedAsOf & { readonly country: string; readonly status: StatusParts | null };

const COUNTED = ["station", "evidence", "claim", "response", "organization", "event"] as const;

/** The whole dossier at a moment: how much of each kind had been published, and the stations with their status then. */
export async function readDossierAsOf(actor: Actor, asOf: AsOf) {
  requirePermission(actor, "read published records");
  const [statuses, stations, counts] = await Promise.all([
    listStatusesAsOf(actor, asOf),
    publishedAsOf(actor, "station", asOf),
    Promise.all(COUNTED.map(async (kind) => ({ kind, count: await countAsOf(actor, kind, asOf) }))),
  ]);
  const rows: StationAsOf[] = stations.map((row) => ({
    ...named("station", row),
    country: String(row.snapshot.country ?? ""),
    status: statuses.get(row.slug) ?? null,
  }));
  return { counts, stations: rows };
}

async function countAsOf(actor: Actor, kind: RecordKind, asOf: AsOf): Promise<number> {
  const [row] = await db.select({ count: count() }).from(publishedAsOf(actor, kind, asOf).as("published_then"));
  return row?.count ?? 0;
}

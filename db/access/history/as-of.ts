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
import { cachedForRole } from "../figures/result-cache";
import { listReferenceNames } from "../records/record-names";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { listStatusesAsOf } from "./as-of-status";
import { everOf } from "./ever-of-station";
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
  const [past] = await publishedAsOf(actor, kind, asOf, { among: eq(table.id, record.id) });
  if (!past) return { past: null, title: slug, names: {}, station: null };
  const names = await listReferenceNames(actor, [past.snapshot]);
  const snapshot = may(actor, "read drafts") ? past.snapshot : withoutHidden(past.snapshot, names);
  const station = kind === "station" ? await stationAsOf(actor, { slug, id: record.id }, asOf) : null;
  return { past: { ...past, snapshot }, title: titleOf(kind, snapshot) || slug, names, station };
}

async function stationAsOf(actor: Actor, { slug, id }: { readonly slug: string; readonly id: string }, asOf: AsOf) {
  const isNamed = (snapshot: SQL) => sql`${snapshot}->'stations' ? ${slug}`;
  const [statuses, claims, responses, evidence] = await Promise.all([
    listStatusesAsOf(actor, asOf, [{ slug, id }]),
    publishedAsOf(actor, "claim", asOf, {
      named: (snapshot) => sql`${snapshot}->>'station' = ${slug}`,
      among: everOf("claim", [id]),
    }),
    publishedAsOf(actor, "response", asOf, { named: isNamed, among: everOf("response", [id]) }),
    publishedAsOf(actor, "evidence", asOf, { named: isNamed, among: everOf("evidence", [id]) }),
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

/** Stations on a page of the dossier. */
const ON_A_PAGE = 50;

/**
 * The whole dossier at a moment: how much of each kind had been published, and a page of the stations with their status then.
 * @param after the slug of the last station of the page before
 */
export async function readDossierAsOf(actor: Actor, asOf: AsOf, after?: string) {
  requirePermission(actor, "read published records");
  const [{ rows, next }, counts] = await Promise.all([
    stationsAsOf(actor, asOf, after),
    // Each is looked up in its history: once for each revision.
    cachedForRole(actor, "published as of", { until: asOf.until }, () =>
      Promise.all(COUNTED.map((kind) => countAsOf(actor, kind, asOf))),
    ),
  ]);
  return { counts, stations: rows, next };
}

async function stationsAsOf(actor: Actor, asOf: AsOf, after: string | undefined) {
  const found = await publishedAsOf(actor, "station", asOf, { page: { after, limit: ON_A_PAGE + 1 } });
  const page = found.slice(0, ON_A_PAGE);
  const statuses = await listStatusesAsOf(actor, asOf, page);
  const rows: StationAsOf[] = page.map((row) => ({
    ...named("station", row),
    country: String(row.snapshot.country ?? ""),
    status: statuses.get(row.slug) ?? null,
  }));
  return { rows, next: found.length > ON_A_PAGE ? (page.at(-1)?.slug ?? null) : null };
}

/** So many of a kind are counted at most: each is looked up in its history. */
const MOST_COUNTED = 10_000;

/** Of what was first written by then: a record is so before it is published. The clocks of both are a moment apart at most. */
async function countAsOf(actor: Actor, kind: (typeof COUNTED)[number], asOf: AsOf) {
  const { createdAt, publishedAt } = editorialTableOf(kind);
  const among = sql`${createdAt} <= ${asOf.until}::timestamptz + interval '1 second' and ${publishedAt} is not null`;
  const found = publishedAsOf(actor, kind, asOf, { among, limit: MOST_COUNTED + 1 });
  const [row] = await db.select({ count: count() }).from(found.as("published_then"));
  const counted = row?.count ?? 0;
  return { kind, count: Math.min(counted, MOST_COUNTED), isLeast: counted > MOST_COUNTED };
}

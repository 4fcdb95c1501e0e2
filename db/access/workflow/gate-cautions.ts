import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { dayOf } from "@/lib/dates/days";
import { independentSources, type Org, type StanceRow } from "@/lib/figures/independence";
import { PUBLIC_STATES, type RecordKind } from "@/lib/records/editorial";
import { type Caution, cautionsOfInput, farPastOf, HAPPENED, speaksAhead } from "@/lib/records/plausibility";
import { groupBy } from "@/lib/text/group-by";
import type { GateCautions } from "@/lib/workflow/gate";
import type { Db } from "../../client";
import { claimClaimants, claimEvidence, claims, evidence, organizations, responses, stations } from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { countAlikeSources } from "../evidence/alike-sources";
import { countMissingQuotes } from "../files/quote-places";
import { isOneOf } from "../records/bulk-rows";
import { editorialTableOf } from "../tables";
import { CITATIONS } from "./gate-records";

type Cautions = Omit<GateCautions, "waived"> & {
  /** Who stands behind the independent sources, each once. */
  readonly origins: readonly Org[];
};

/** What is to be thought about before these records are published, by record id; a constant number of queries. */
export async function cautionsOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<(id: string) => Cautions> {
  const [weak, alike, quotes, missing, persons, precise, independent, farPast, ahead, oddPlaces] = [
    await weakSources(on, kind, ids),
    kind === "claim" ? await countAlikeSources(on, ids) : new Map<string, number>(),
    kind === "claim" ? await unlocatedQuotes(on, ids) : new Map<string, number>(),
    kind === "claim" ? await countMissingQuotes(on, ids) : new Map<string, number>(),
    await namedPersons(on, kind, ids),
    kind === "station" ? await preciseStations(on, ids) : new Set<string>(),
    await independentOf(on, kind, ids),
    await datedLongAgo(on, kind, ids),
    kind === "claim" ? await claimsAhead(on, ids) : new Set<string>(),
    kind === "station" ? await oddlyPlaced(on, ids) : new Map<string, Caution[]>(),
  ];
  return (id) => ({
    independent: independent ? (independent.get(id)?.count ?? 0) : null,
    origins: independent?.get(id)?.sources.flatMap(({ members }) => members) ?? [],
    alikeTexts: alike.get(id) ?? 0,
    weakSources: weak.get(id) ?? 0,
    unlocatedQuotes: quotes.get(id) ?? 0,
    missingQuotes: missing.get(id) ?? 0,
    namedPersons: persons.get(id) ?? 0,
    precise: precise.has(id),
    slips: [
      ...(farPast.has(id) ? (["far_past"] as const) : []),
      ...(ahead.has(id) ? (["speaks_ahead"] as const) : []),
      ...(oddPlaces.get(id) ?? []),
    ],
  });
}

const isOut = inArray(evidence.state, [...PUBLIC_STATES]);

async function weakSources(on: Db, kind: RecordKind, ids: readonly string[]): Promise<Map<string, number>> {
  if (!(kind in CITATIONS)) return new Map();
  const { table, owner } = CITATIONS[kind as keyof typeof CITATIONS];
  const rows = await on
    .select({ id: owner, count: sql<number>`count(*)::int` })
    .from(table as typeof claimEvidence)
    .innerJoin(evidence, and(eq(evidence.id, (table as typeof claimEvidence).evidenceId), isOut))
    .innerJoin(organizations, eq(organizations.id, evidence.publisherId))
    .where(and(isOneOf(owner, ids, "uuid"), inArray(organizations.reliability, ["D", "E"])))
    .groupBy(owner);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function unlocatedQuotes(on: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await on
    .select({ id: claimEvidence.claimId, count: sql<number>`count(*)::int` })
    .from(claimEvidence)
    .where(
      and(
        isOneOf(claimEvidence.claimId, ids, "uuid"),
        sql`${claimEvidence.quote} is not null and ${claimEvidence.locator} is null and ${claimEvidence.target} is null`,
      ),
    )
    .groupBy(claimEvidence.claimId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function namedPersons(on: Db, kind: RecordKind, ids: readonly string[]): Promise<Map<string, number>> {
  const named = async (table: typeof claims | typeof responses, field: SQL) => {
    const rows = await on
      .select({ id: table.id })
      .from(table)
      .where(and(isOneOf(table.id, ids, "uuid"), sql`${field} is not null`));
    return new Map(rows.map(({ id }) => [id, 1]));
  };
  if (kind === "claim") return named(claims, sql`${claims.spokesperson}`);
  if (kind === "response") return named(responses, sql`${responses.officialName}`);
  return new Map();
}

async function preciseStations(on: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await on
    .select({ id: stations.id })
    .from(stations)
    .where(
      and(
        isOneOf(stations.id, ids, "uuid"),
        sql`${stations.latitude} is not null and greatest(${stations.publicPrecision}, ${stations.locationPrecision}) < 'city'`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

async function datedLongAgo(on: Db, kind: RecordKind, ids: readonly string[]): Promise<Set<string>> {
  const table = editorialTableOf(kind);
  const columns = table as unknown as Record<string, AnyPgColumn>;
  const long = HAPPENED[kind].map(
    (field) => sql`${columns[`${field}To`] ?? columns[field]} < ${farPastOf(dayOf(new Date()))}`,
  );
  if (long.length === 0) return new Set();
  const rows = await on
    .select({ id: table.id })
    .from(table)
    .where(and(isOneOf(table.id, ids, "uuid"), or(...long)));
  return new Set(rows.map(({ id }) => id));
}

async function claimsAhead(on: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await on
    .select({ id: claims.id, ...claimDates(claims) })
    .from(claims)
    .where(and(isOneOf(claims.id, ids, "uuid"), isNotNull(claims.periodEdtf)));
  return new Set(rows.filter((claim) => speaksAhead(claim, dayOf(new Date()))).map(({ id }) => id));
}

async function oddlyPlaced(on: Db, ids: readonly string[]): Promise<Map<string, Caution[]>> {
  const { id, country, latitude, longitude } = stations;
  const rows = await on
    .select({ id, country, latitude, longitude })
    .from(stations)
    .where(isOneOf(stations.id, ids, "uuid"));
  return new Map(rows.map(({ id: own, ...place }) => [own, cautionsOfInput("station", place, dayOf(new Date()))]));
}

/** Independent sources under a claim, or under all claims that name a station; null for kinds that claim nothing. */
async function independentOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, ReturnType<typeof independentSources>> | null> {
  if (kind !== "claim" && kind !== "station") return null;
  const owner = kind === "claim" ? claims.id : claims.stationId;
  const [publisher, origin] = [alias(organizations, "publisher"), alias(organizations, "origin")];
  const claimants = sql<
    Org[]
  >`(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name) order by o.slug), '[]') from ${claimClaimants} c join ${organizations} o on o.id = c.organization_id where c.claim_id = ${claims.id})`;
  const rows = await on
    .select({
      owner: sql<string>`${owner}`,
      claimId: claims.id,
      evidenceId: claimEvidence.evidenceId,
      stance: claimEvidence.stance,
      derivation: claimEvidence.derivation,
      publisher: { id: publisher.id, slug: publisher.slug, name: publisher.name },
      origin: { id: origin.id, slug: origin.slug, name: origin.name },
      claimants,
    })
    .from(claims)
    .innerJoin(claimEvidence, eq(claimEvidence.claimId, claims.id))
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), isOut))
    .leftJoin(publisher, eq(publisher.id, evidence.publisherId))
    .leftJoin(origin, eq(origin.id, claimEvidence.originId))
    .where(isOneOf(owner, ids, "uuid"));
  const own = groupBy(rows, (row) => row.owner);
  return new Map([...own].map(([id, stances]) => [id, independentSources(stances as StanceRow[])]));
}

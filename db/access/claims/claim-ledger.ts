import { and, asc, count, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { assessClaim, independentSources } from "@/lib/figures/independence";
import type { LedgerCursor } from "@/lib/filters/claim-filter";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, organizations, responseClaims, responses, stations } from "../../schema";
import { joinedOrg } from "../organizations/joined-org";
import { headColumn, MOST_FOUND, readPageWithTotal } from "../reading/list-totals";
import { claimantsOf } from "../stations/station-claims";
import { visibleTo } from "../visibility";
import { CLAIM_SELECT } from "./claim-columns";
import { type ClaimNarrowing, claimConditions } from "./claim-conditions";
import { listDisputes } from "./claim-disputes";
import { listStances } from "./claim-sources";
import { claimAnswersItself, eachClaimMatchesText } from "./claim-text";

const LEDGER = [claims.subject, claims.scope, claims.country, claims.assertedSort, claims.id].map((column) =>
  asc(column),
);

/** Of a usual word so many claims are looked at for a page. */
const GONE_THROUGH = 2_000;

type ClaimFilter = ClaimNarrowing & { readonly after?: LedgerCursor | null; readonly limit?: number };
export type LedgerClaim = Awaited<ReturnType<typeof listClaims>>["items"][number];

/**
 * A page of the ledger, by subject, scope and country and in each by date, with the number of claims on all pages: exact but for a question
 * that finds very many, of which there are more than `total` where it `isLeast`.
 * Each has the claims that don't agree with it and the sources behind it that stand on their own.
 */
export async function listClaims(actor: Actor, { after, limit = 40, ...narrowing }: ClaimFilter) {
  requirePermission(actor, "read published records");
  const { rows, total } = await readLedgerPage(actor, narrowing, after, limit + 1);
  const page = rows.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const [stances, disputes] = await Promise.all([listStances(actor, ids), listDisputes(actor, ids)]);
  const stancesOf = groupBy(stances, ({ claimId }) => claimId);
  const disputesOf = groupBy(disputes, ({ of }) => of);
  const items = page.map(({ at: _at, ...claim }) => {
    const own = stancesOf.get(claim.id) ?? [];
    const against = disputesOf.get(claim.id) ?? [];
    return {
      ...claim,
      disputes: against,
      independentSources: independentSources(own).count,
      /** What the rules alone would make of it; the desk's own view is `assessment`. */
      suggested: assessClaim(own, against.length > 0),
    };
  });
  const last = rows.length > limit ? page.at(-1) : undefined;
  const next: LedgerCursor | null = last
    ? { subject: last.subject, scope: last.scope, country: last.country, at: last.at, id: last.id }
    : null;
  const isLeast = Boolean(narrowing.q) && total > MOST_FOUND;
  return { items, total: isLeast ? MOST_FOUND : total, isLeast, next };
}

/** Of a usual word the first of the ledger are gone through, which soon fill a page; of any other question all that it finds. */
async function readLedgerPage(
  actor: Actor,
  { q, ...others }: ClaimNarrowing,
  after: LedgerCursor | null | undefined,
  limit: number,
) {
  const [found, left] = [claimConditions(actor, { q, ...others }), claimConditions(actor, others)];
  const rest = after ? afterLedgerCursor(after) : undefined;
  const own = q ? claimAnswersItself(q) : null;
  const goThrough = async () => {
    if (!q) return null;
    const first = sql`(select * from ${claims} where ${and(left, rest)} order by ${sql.join(LEDGER, sql`, `)} limit ${GONE_THROUGH}) as ${claims}`;
    const ids = sql`select ${claims.id} from ${first} where ${eachClaimMatchesText(actor, q)} limit ${limit}`;
    const rows = await pageOf(actor, sql`${claims.id} = any(array(${ids}))`, limit);
    return rows.length === limit ? rows : null;
  };
  return readPageWithTotal(actor.role, ["claims", { q, ...others }], {
    page: async (counted = 0) =>
      (counted > MOST_FOUND && (await goThrough())) || pageOf(actor, and(found, rest), limit),
    count: () => countClaims(found, q ? MOST_FOUND + 1 : undefined),
    pageAndCount: own
      ? async () => {
          const [counted] = await countClaims(and(left, own), MOST_FOUND + 1);
          const rows = counted && counted.total > MOST_FOUND ? await goThrough() : null;
          return counted && rows ? rows.map((row) => ({ ...row, ...counted })) : null;
        }
      : undefined,
  });
}

/** @param most no more of them are counted */
function countClaims(where: SQL | undefined, most?: number) {
  const found = db
    .select({ one: sql`1`.as("one") })
    .from(claims)
    .where(where)
    .$dynamic();
  return db
    .select({ total: count(), head: headColumn })
    .from((most === undefined ? found : found.limit(most)).as("found"));
}

/** After the place in the ledger's order; claims of no country come after those of one, as PostgreSQL sorts null. */
function afterLedgerCursor({ subject, scope, country, at, id }: LedgerCursor): SQL | undefined {
  const place = sql`${claims.country} is not distinct from ${country}::text`;
  const later = country === null ? sql`false` : sql`(${claims.country} > ${country} or ${claims.country} is null)`;
  const sameScope = sql`${claims.subject} = ${subject} and ${claims.scope} = ${scope}::claim_scope`;
  return sql`${claims.subject} >= ${subject} and (${claims.subject} > ${subject}
    or (${claims.subject} = ${subject} and ${claims.scope} > ${scope}::claim_scope)
    or (${sameScope} and ${later})
    or (${sameScope} and ${place} and (${claims.assertedSort}, ${claims.id}) > (${at}::date, ${id}::uuid)))`;
}

function pageOf(actor: Actor, where: SQL | undefined, limit: number) {
  const relay = alias(organizations, "relay");
  const answers = sql<number>`(select count(*)::int from ${responseClaims} join ${responses} on ${responses.id} = ${responseClaims.responseId} and ${visibleTo(actor, responses)} where ${responseClaims.claimId} = ${claims.id})`;
  return db
    .select({
      ...CLAIM_SELECT,
      station: sql<{
        slug: string;
        name: string;
      } | null>`case when ${stations.id} is not null then json_build_object('slug', ${stations.slug}, 'name', ${stations.name}) end`,
      claimants: claimantsOf(actor, claims.id),
      relayedBy: joinedOrg(relay),
      answers,
      at: sql<string>`${claims.assertedSort}::text`,
      head: headColumn,
    })
    .from(claims)
    .leftJoin(stations, and(eq(stations.id, claims.stationId), visibleTo(actor, stations)))
    .leftJoin(relay, and(eq(relay.id, claims.relayedById), visibleTo(actor, relay)))
    .where(where)
    .orderBy(...LEDGER)
    .limit(limit);
}

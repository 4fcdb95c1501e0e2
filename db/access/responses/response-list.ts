import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { type DashboardFilter, dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { ResponseCursor, ResponseOrder } from "@/lib/filters/response-filter";
import type { Answer, ResponseKind } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, organizations, responseClaims, responses } from "../../schema";
import { cachedAtRevision, cachedForRole, type DossierState } from "../figures/result-cache";
import { seesAuthority } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { RESPONSE_SELECT } from "./response-columns";
import { type ResponseNarrowing, responseConditions } from "./response-conditions";

type ResponseFilter = ResponseNarrowing & {
  readonly order?: ResponseOrder;
  readonly after?: ResponseCursor | null;
  readonly limit?: number;
};
export type ListedResponse = Awaited<ReturnType<typeof listResponses>>["items"][number];

/** Of no country, or of one whose authority this person may not see: after all the others. */
const NOWHERE = "~";

/** How an order puts responses into groups: what names a row's group, and which rows a group has. */
type Grouping = { readonly name: SQL<string>; readonly rows: (actor: Actor, group: string) => SQL | undefined };

const GROUPINGS: Record<ResponseOrder, Grouping> = {
  government: {
    name: sql<string>`coalesce(${organizations.country}::text, ${NOWHERE}) collate "C"`,
    rows: (actor, group) =>
      group === NOWHERE
        ? sql`not (${responses.government} is not null and ${seesAuthority(actor)})`
        : and(eq(responses.government, group), seesAuthority(actor)),
  },
  kind: {
    name: sql<string>`${responses.kind}::text collate "C"`,
    rows: (_actor, group) => eq(responses.kind, group as ResponseKind),
  },
  date: { name: sql<string>`''::text`, rows: () => undefined },
};

/** A page of responses, in groups and in each newest first, with the exact number on all pages. */
export async function listResponses(
  actor: Actor,
  { order = "government", after, limit = 30, ...narrowing }: ResponseFilter,
) {
  requirePermission(actor, "read published records");
  const where = responseConditions(actor, narrowing);
  const { name, rows: rowsOf } = GROUPINGS[order];
  const groups = await cachedForRole(actor, `responses by ${order}`, narrowing, () =>
    countGroups(actor, name, where),
  );
  const parts = groupsOfPage(groups, after, limit + 1).map((group) => {
    const rest =
      after?.group === group
        ? sql`(${responses.givenSort}, ${responses.id}) < (${after.at}::date, ${after.id}::uuid)`
        : undefined;
    return firstOf(and(where, rowsOf(actor, group), rest), limit + 1);
  });
  const [first, second, ...more] = parts;
  const rows = first
    ? await db
        .select({ ...shown(actor), group: name, at: sql<string>`${responses.givenSort}::text` })
        .from(responses)
        .leftJoin(organizations, authorityOf(actor))
        .where(inArray(responses.id, second ? unionAll(first, second, ...more) : first))
        .orderBy(asc(name), ...NEWEST)
        .limit(limit + 1)
    : [];
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ at: _at, group, ...item }) => ({ ...item, group: group === NOWHERE ? null : group })),
    total: groups.reduce((sum, { count }) => sum + count, 0),
    next: last ? ({ group: last.group, at: last.at, id: last.id } satisfies ResponseCursor) : null,
  };
}

export type LatestResponse = Awaited<ReturnType<typeof listLatestResponses>>[number];

/**
 * The latest responses that are dated, of the authorities of the countries or of all, each with a claim that it answers; kept
 * for as long as the dossier stays as it is.
 */
export async function listLatestResponses(
  actor: Actor,
  { country }: Pick<DashboardFilter, "country">,
  limit: number,
  state?: DossierState,
) {
  const filter = { ...dashboardFilter.absent, country };
  const read = async (reader: Actor) => ({ latest: await readLatest(reader, filter, limit) });
  return (await cachedAtRevision(actor, `latest responses ${limit}`, filter, read, state)).latest;
}

function readLatest(actor: Actor, { country }: DashboardFilter, limit: number) {
  const claim = sql`select ${responseClaims.answer} as answer, ${claims.slug} as slug, ${claims.proposition} as proposition
    from ${responseClaims} join ${claims} on ${claims.id} = ${responseClaims.claimId} and ${visibleTo(actor, claims)}
    where ${responseClaims.responseId} = ${responses.id}
    order by ${responseClaims.answer} = 'leaves_unanswered', ${claims.slug} limit 1`;
  return db
    .select({
      ...shown(actor),
      claim: sql<{
        answer: Answer;
        slug: string;
        proposition: string;
      } | null>`(select row_to_json(first_claim) from (${claim}) as first_claim)`,
    })
    .from(responses)
    .leftJoin(organizations, authorityOf(actor))
    .where(and(responseConditions(actor, { government: country }), isNotNull(responses.givenEdtf)))
    .orderBy(...NEWEST)
    .limit(limit);
}

const NEWEST = [desc(responses.givenSort), desc(responses.id)];

const authorityOf = (actor: Actor) =>
  and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations));

type Group = { readonly count: number; readonly group: string };

/** The exact total, group by group: it tells which groups a page is made of, so that no other is looked at. */
function countGroups(actor: Actor, name: SQL<string>, where: SQL | undefined): Promise<Group[]> {
  return db
    .select({ count: sql<number>`count(*)::int`, group: name })
    .from(responses)
    .leftJoin(organizations, authorityOf(actor))
    .where(where)
    .groupBy(sql`2`)
    .orderBy(sql`2`);
}

/** The group where the page begins, of which an unknown number is left, and as many as fill the page without it. */
function groupsOfPage(groups: readonly Group[], after: ResponseCursor | null | undefined, wanted: number): string[] {
  const found: string[] = [];
  let sure = 0;
  for (const { group, count } of groups) {
    if (sure >= wanted) break;
    if (after && group < after.group) continue;
    found.push(group);
    if (group !== after?.group) sure += count;
  }
  return found;
}

/** A walk along the index of one group, which stops when the page is full. */
const firstOf = (condition: SQL | undefined, limit: number) =>
  db
    .select({ id: responses.id })
    .from(responses)
    .where(condition)
    .orderBy(...NEWEST)
    .limit(limit);

const answered = (actor: Actor, isLeft: boolean) =>
  sql<number>`(select count(*)::int from ${responseClaims} join ${claims} on ${claims.id} = ${responseClaims.claimId} and ${visibleTo(actor, claims)} where ${responseClaims.responseId} = ${responses.id} and (${responseClaims.answer} = 'leaves_unanswered') = ${isLeft})`;

const shown = (actor: Actor) => ({
  ...RESPONSE_SELECT,
  government: organizations.country,
  countries: responses.countries,
  /** How many claims it answers, and how many it leaves unanswered. */
  answered: answered(actor, false),
  unanswered: answered(actor, true),
});

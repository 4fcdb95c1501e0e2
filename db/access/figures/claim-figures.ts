import { and, count, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ClaimMark, type ClaimRange, rangeOfMarks } from "@/lib/figures/tally";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimClaimants, claims, organizations } from "../../schema";
import { reportsPresentActivity } from "../claims/present-activity";
import { claimsInFilter } from "../filters/filter-conditions";
import { asOrg } from "../organizations/joined-org";
import { visibleTo } from "../visibility";

/** A mark of a range without the claims themselves: how many give it, and the latest of them to link to. */
type FigureMark = Omit<ClaimMark, "claims"> & {
  readonly times: number;
  readonly claims: readonly { readonly slug: string }[];
};
/** Figures given side by side (rule 1): from the lowest to the highest that stands, never a sum. Null is no figure, not zero. */
type FigureRange = Omit<ClaimRange, "marks"> & { readonly marks: readonly FigureMark[] };

export const figureRange = (marks: readonly FigureMark[], documented: number): FigureRange =>
  rangeOfMarks(marks, documented);

const MOST_LINKS = 3;
type CountryMark = FigureMark & { readonly country: string | null };
/** Of a country with more figures so many are enough for a figure of many countries: it draws and names fewer. */
const MOST_MARKS = 50;
/** Which bound of the same value is the higher one, as `rangeOfMarks` has it. */
const BOUND_PLACE = sql`array_position(array['at_most', 'about', 'exactly', 'at_least'], bound::text)`;

/**
 * The marks that are wanted: all, or of a country with many as many of those that stand (or else of any), from the lowest to the
 * highest as evenly as they come. A stage of `listMarks`, with `total`, how many there are.
 */
const wantedMarks = (most: number | null) =>
  most === null
    ? sql`select *, 0 as total from marks`
    : sql`select * from (
        select *, count(*) over own as total, count(*) over alike as among, bool_or(standing) over own as has_standing,
          row_number() over (alike order by value, ${BOUND_PLACE}, latest) as nth
        from marks window own as (partition by country), alike as (partition by country, standing)
      ) as placed where total <= ${most} or (standing = has_standing
        and (nth in (1, among) or nth * ${most}::int / among <> (nth - 1) * ${most}::int / among))`;

/**
 * The marks of each country's figures, or the world's: `rangeOf` of lib/tally in SQL, which sends what a figure draws
 * and not the thousands of claims behind it.
 */
async function listMarks(
  reader: Actor,
  where: SQL | undefined,
  most: number | null = null,
): Promise<(CountryMark & { readonly total: number })[]> {
  const relay = alias(organizations, "relay");
  const rows = await db.execute<CountryMark & { total: number }>(sql`
    with given as (
      select ${claims.id} as id, ${claims.slug} as slug, ${claims.country} as country, ${claims.position} as position,
        ${claims.valueNumber} as value, coalesce(${claims.valueBound}, 'exactly') as bound, ${claims.assertedEdtf} as edtf,
        ${claims.assertedFrom} as first, ${claims.assertedTo} as last, ${relay.id} as relay,
        row_number() over (order by ${claims.assertedSort} desc, ${claims.id}) as place,
        row_number() over (order by ${claims.assertedEdtf} is null, ${claims.assertedSort} desc, ${claims.assertedTo} nulls last, ${claims.id} desc) as date_place
      from ${claims} left join ${organizations} as ${relay} on ${relay.id} = ${claims.relayedById} and ${visibleTo(reader, relay)}
      where ${and(eq(claims.subject, COUNT_SUBJECT), visibleTo(reader, claims), where)}),
    voices as (
      select given.id, ${claimClaimants.organizationId} as organization,
        case when edtf is null then bool_or(edtf is not null) over voice
          else coalesce(max(first) over voice > last, false)
            or coalesce(max(first) filter (where relay is null) over claimant > last, false) end as replaced
      from given join ${claimClaimants} on ${claimClaimants.claimId} = given.id
        join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(reader, organizations)}
      window voice as (partition by given.country, ${claimClaimants.organizationId}, relay),
        claimant as (partition by given.country, ${claimClaimants.organizationId})),
    spoken as (
      select id, string_agg(organization::text, ' ' order by organization) collate "C" as voices, not bool_and(replaced) as stands
      from voices group by id),
    marks as (
      select country, value, bound, count(*)::int as times, bool_or(coalesce(stands, true)) as standing,
        min(place) as latest, min(date_place) as dated,
        (array_agg(slug order by place))[1:${sql.raw(String(MOST_LINKS))}] as slugs
      from given left join spoken on spoken.id = given.id
      where value is not null and position <> 'retracts'
      group by country, value, bound, voices, case when voices is not null then relay end),
    wanted as materialized (${wantedMarks(most)})
    select marks.country, marks.value, marks.bound, times, standing,
      coalesce((select json_agg(${asOrg(organizations)} order by ${claimClaimants.place}) from ${claimClaimants}
        join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(reader, organizations)}
        where ${claimClaimants.claimId} = latest.id), '[]') as claimants,
      (select ${asOrg(relay)} from ${organizations} as ${relay} where ${relay.id} = latest.relay) as "relayedBy",
      case when dated.edtf is not null then json_build_object('edtf', dated.edtf, 'from', dated.first, 'to', dated.last) end as "asOf",
      (select json_agg(json_build_object('slug', slug) order by nth) from unnest(slugs) with ordinality as linked(slug, nth)) as claims,
      total::int as total
    from wanted as marks join given as latest on latest.place = marks.latest join given as dated on dated.date_place = marks.dated
    order by marks.latest`);
  return [...rows];
}

/** The numbers of stations claimed in the world. They are of no country and in no box: those do not narrow them. */
export async function listGlobalMarks(reader: Actor, filter: DashboardFilter): Promise<FigureMark[]> {
  const anywhere = { ...filter, country: { any: [], without: [] }, box: undefined };
  const marks = await listMarks(reader, and(eq(claims.scope, "global"), claimsInFilter(reader, anywhere)));
  return marks.map(({ total: _total, ...mark }) => mark);
}

const inCountries = (reader: Actor, filter: DashboardFilter) =>
  and(eq(claims.scope, "country"), claimsInFilter(reader, filter));

/** The numbers of stations claimed in a country, by country. */
export async function listMarksByCountry(reader: Actor, filter: DashboardFilter): Promise<Map<string, FigureMark[]>> {
  const marks = await listMarks(reader, inCountries(reader, filter));
  return groupBy(
    marks.map(({ total: _total, ...mark }) => mark),
    ({ country }) => country ?? "",
  );
}

/** The same for a figure of many countries: of a country with very many some, from the lowest to the highest, and how many `more` there are. */
export async function listSomeMarksByCountry(reader: Actor, filter: DashboardFilter, most = MOST_MARKS) {
  const rows = await listMarks(reader, inCountries(reader, filter), most);
  const ofCountries = groupBy(rows, ({ country }) => country ?? "");
  return new Map(
    [...ofCountries].map(([country, own]) => [
      country,
      {
        marks: own.map(({ total: _total, ...mark }): FigureMark => mark),
        more: (own[0]?.total ?? own.length) - own.length,
      },
    ]),
  );
}

/** Of the claims that name a country: how many there are, and how many say that there is a station. */
export function countClaimsByCountry(reader: Actor, filter: DashboardFilter) {
  return db
    .select({
      country: sql<string>`${claims.country}`,
      count: count(),
      present: sql<number>`(count(*) filter (where ${reportsPresentActivity(reader)}))::int`,
    })
    .from(claims)
    .where(and(claimsInFilter(reader, filter), isNotNull(claims.country)))
    .groupBy(claims.country);
}

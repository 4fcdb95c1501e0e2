import {
  and,
  arrayOverlaps,
  between,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { GeoBox } from "@/lib/filters/filter-field";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import {
  claims,
  coverage,
  evidence,
  evidenceStations,
  organizations,
  replyRequestStations,
  replyRequests,
  responseStations,
  responses,
  stations,
} from "../../schema";
import { placeColumns } from "../stations/location-columns";
import { visibleTo } from "../visibility";
import { choiceCondition } from "./choice-condition";

/**
 * The reader in whose eyes a view is drawn: `records=published` is what somebody sees who reads published records only,
 * with their statuses and their places. It never shows more than the person may see.
 */
export const filterReader = (actor: Actor, filter: Pick<DashboardFilter, "records">): Actor =>
  filter.records === "published" ? { ...actor, role: "manager" } : actor;

type Dated = { readonly edtf: AnyPgColumn; readonly to: AnyPgColumn; readonly sort: AnyPgColumn };

/** Days as they were asked for, or what stands for them in a query. */
export type DaysAsked = {
  readonly from?: string | SQLWrapper | undefined;
  readonly to?: string | SQLWrapper | undefined;
};

/**
 * What happened, or may have, on one of the days from `from` to `to`, inclusive; what bears no date did on none. What begins
 * in the period is a range of the index by day; only what lasts for several days may have begun before.
 */
export const datedInPeriod = ({ edtf, to: last, sort }: Dated, { from, to }: DaysAsked): SQL | undefined =>
  and(
    from || to ? isNotNull(edtf) : undefined,
    to ? lte(sort, to) : undefined,
    from ? or(gte(sort, from), and(or(isNull(last), gt(last, sort)), lastsUntil(last, from))) : undefined,
  );

const lastsUntil = (last: AnyPgColumn, day: string | SQLWrapper) =>
  gte(sql`coalesce(${last}, 'infinity'::date)`, sql`${day}::date`);

/** What is dated up to `to`, inclusive: a state of affairs has no beginning. */
export const datedUpTo = (date: Dated, { to }: Pick<DashboardFilter, "to">): SQL | undefined =>
  to ? and(isNotNull(date.edtf), lte(date.sort, to)) : undefined;

/** Degrees: more than rounding to a public precision can move a place. */
const ROUNDING = 1;

/**
 * The station's location as this reader may see it. The rough condition in front has an index; it follows from the exact one
 * behind it and tells nothing more.
 */
function isInBox(reader: Actor, { west, south, east, north }: GeoBox): SQL | undefined {
  const { latitude, longitude } = placeColumns(reader);
  const across = west > east;
  return and(
    between(stations.latitude, south - ROUNDING, north + ROUNDING),
    between(latitude, south, north),
    across ? or(gte(longitude, west), lte(longitude, east)) : between(longitude, west, east),
  );
}

/** The stations of a view, at whatever time. */
export const stationsInFilter = (reader: Actor, filter: DashboardFilter): SQL | undefined =>
  and(
    visibleTo(reader, stations),
    choiceCondition(filter.country, (codes) => inArray(stations.country, codes)),
    filter.box && isInBox(reader, filter.box),
  );

/** The stations in a box, as far as the reader may see, and their countries: for a record that names no station. */
export const idsInBox = (reader: Actor, box: GeoBox) =>
  db
    .select({ id: stations.id })
    .from(stations)
    .where(and(visibleTo(reader, stations), isInBox(reader, box)));

export const countriesInBox = (reader: Actor, box: GeoBox) =>
  db
    .select({ country: stations.country })
    .from(stations)
    .where(and(visibleTo(reader, stations), isInBox(reader, box)));

type Links = typeof evidenceStations | typeof responseStations | typeof replyRequestStations;

/** A box keeps what is about a station in it. @param record the column of the links that names the record */
const isAboutBox = (
  reader: Actor,
  { box }: Pick<DashboardFilter, "box">,
  id: AnyPgColumn,
  links: Links,
  record: AnyPgColumn,
) =>
  box &&
  inArray(
    id,
    db
      .select({ id: record })
      .from(links)
      .where(inArray(links.stationId, idsInBox(reader, box))),
  );

export const evidenceInBox = (reader: Actor, filter: Pick<DashboardFilter, "box">): SQL | undefined =>
  isAboutBox(reader, filter, evidence.id, evidenceStations, evidenceStations.evidenceId);

export const evidenceInFilter = (reader: Actor, filter: DashboardFilter): SQL | undefined =>
  and(
    visibleTo(reader, evidence),
    datedInPeriod({ edtf: evidence.publishedEdtf, to: evidence.publishedTo, sort: evidence.publishedSort }, filter),
    choiceCondition(filter.country, (codes) => arrayOverlaps(evidence.countries, codes)),
    evidenceInBox(reader, filter),
  );

export const responsesInBox = (reader: Actor, filter: Pick<DashboardFilter, "box">): SQL | undefined =>
  isAboutBox(reader, filter, responses.id, responseStations, responseStations.responseId);

export const requestsInBox = (reader: Actor, filter: Pick<DashboardFilter, "box">): SQL | undefined =>
  isAboutBox(reader, filter, replyRequests.id, replyRequestStations, replyRequestStations.requestId);

/**
 * Whose authority this person may see. An answer's stored government is its authority's, and shown to nobody without this.
 * A value instead of an EXISTS, which PostgreSQL might answer by reading every organization first.
 */
export const seesAuthority = (actor: Actor) =>
  sql<boolean>`coalesce((select true from ${organizations} where ${and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations))}), false)`;

/** When a response was given. */
export const RESPONSE_DATE = { edtf: responses.givenEdtf, to: responses.givenTo, sort: responses.givenSort };

/** Answers belong to the country whose authority gave them. */
export const responsesInFilter = (reader: Actor, filter: DashboardFilter): SQL | undefined =>
  and(
    visibleTo(reader, responses),
    datedInPeriod(RESPONSE_DATE, filter),
    choiceCondition(filter.country, (codes) => and(inArray(responses.government, codes), seesAuthority(reader))),
    responsesInBox(reader, filter),
  );

/** Requests that were sent, on the day on which they were; they belong to the country of whom we asked. */
export const requestsInFilter = (reader: Actor, filter: DashboardFilter): SQL | undefined =>
  and(
    visibleTo(reader, replyRequests),
    isNotNull(replyRequests.sentOn),
    filter.from ? gte(replyRequests.sentOn, filter.from) : undefined,
    filter.to ? lte(replyRequests.sentOn, filter.to) : undefined,
    choiceCondition(filter.country, (codes) =>
      inArray(
        replyRequests.respondentId,
        db
          .select({ id: organizations.id })
          .from(organizations)
          .where(and(inArray(organizations.country, codes), visibleTo(reader, organizations))),
      ),
    ),
    requestsInBox(reader, filter),
  );

/** When a claim was said. */
export const CLAIM_DATE = { edtf: claims.assertedEdtf, to: claims.assertedTo, sort: claims.assertedSort };

/** Claims that speak of one of the days from `from` to `to`, inclusive; a claim that names no time speaks of none. */
export function speaksOfPeriod({ from, to }: Partial<Pick<DashboardFilter, "from" | "to">>): SQL | undefined {
  if (!from && !to) return undefined;
  // PostgreSQL makes no range whose end comes first.
  if (from && to && from > to) return sql`false`;
  const spokenOf = sql`daterange(${claims.periodFrom}, ${claims.periodTo}, '[]')`;
  return and(
    isNotNull(claims.periodEdtf),
    sql`${spokenOf} && daterange(${from ?? null}::date, ${to ?? null}::date, '[]')`,
  );
}

/** A box keeps claims about a station in it, and those that name only a country which has one in it. */
export const claimsInBox = (reader: Actor, { box }: Pick<DashboardFilter, "box">): SQL | undefined =>
  box &&
  sql`case when ${claims.stationId} is null then ${inArray(claims.country, countriesInBox(reader, box))} else ${inArray(claims.stationId, idsInBox(reader, box))} end`;

/**
 * Claims as a state of affairs or, `during`, as what was said in the period. Of a country are those that name it or a
 * station there.
 */
export function claimsInFilter(
  reader: Actor,
  filter: DashboardFilter,
  when: "state" | "during" = "state",
): SQL | undefined {
  const aboutOneOf = (condition: SQL) =>
    sql`exists (select 1 from ${stations} where ${and(eq(stations.id, claims.stationId), condition, visibleTo(reader, stations))})`;
  return and(
    visibleTo(reader, claims),
    when === "state" ? datedUpTo(CLAIM_DATE, filter) : datedInPeriod(CLAIM_DATE, filter),
    choiceCondition(filter.country, (codes) =>
      or(inArray(claims.country, codes), aboutOneOf(inArray(stations.country, codes))),
    ),
    claimsInBox(reader, filter),
  );
}

/** "Examined, none found", as it was known by `to`; in a box, of the countries that have a station there. */
export const coverageInFilter = (reader: Actor, filter: DashboardFilter): SQL | undefined =>
  and(
    visibleTo(reader, coverage),
    datedUpTo({ edtf: coverage.asOfEdtf, to: coverage.asOfTo, sort: coverage.asOfSort }, filter),
    choiceCondition(filter.country, (codes) => inArray(coverage.country, codes)),
    filter.box && inArray(coverage.country, countriesInBox(reader, filter.box)),
  );

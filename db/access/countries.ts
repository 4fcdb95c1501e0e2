import { and, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import { coverageOf } from "@/lib/coverage";
import { demand } from "@/lib/policy";
import { rangeOf } from "@/lib/tally";
import { db } from "../client";
import { claims, coverage, events, evidence, organizations, responses, stations, statusReports } from "../schema";
import { listCounts, type StationCount } from "./counts";
import { fuzzy } from "./fuzzy";
import { saysPresent } from "./present";
import { publishedOf } from "./published";
import { visibleTo } from "./scope";

export type CountryLine = Awaited<ReturnType<typeof listCountries>>[number];

/** Every country that any visible record is about, by code: what is claimed, documented and answered there. */
export async function listCountries(actor: Actor) {
  demand(actor, "read published records");
  const [counts, documented, claimedThere, statuses, answers, examined, mentioned] = await Promise.all([
    listCounts(actor, eq(claims.scope, "country")),
    stationsPerCountry(actor),
    presenceClaims(actor),
    latestStatuses(actor),
    latestAnswers(actor),
    examinedCountries(actor),
    countriesMentioned(actor),
  ]);
  const stationsIn = new Map(documented.map((row) => [row.country, row]));
  const statusIn = new Map(statuses.map(({ country, ...status }) => [country, status]));
  const answerIn = new Map(answers.map(({ country, ...answer }) => [country, answer]));
  const presence = new Map(claimedThere.map((row) => [row.country, row.count]));
  const noneFound = new Set(examined.map(({ country }) => country));
  const claimedIn = new Map<string | null, StationCount[]>();
  for (const claim of counts) claimedIn.set(claim.country, [...(claimedIn.get(claim.country) ?? []), claim]);
  return mentioned.map(({ country }) => {
    const { count: found = 0, published = 0 } = stationsIn.get(country) ?? {};
    return {
      country,
      coverage: coverageOf({
        stations: found,
        claimed: presence.get(country) ?? 0,
        noneFound: noneFound.has(country),
      }),
      claimed: rangeOf(claimedIn.get(country) ?? [], published),
      stations: found,
      status: statusIn.get(country) ?? null,
      /** The latest answer of an authority of the country itself; null is a gap, not a silence of theirs. */
      answer: answerIn.get(country) ?? null,
    };
  });
}

function stationsPerCountry(actor: Actor) {
  return db
    .select({ country: stations.country, count: count(), published: publishedOf(stations.state) })
    .from(stations)
    .where(visibleTo(actor, stations))
    .groupBy(stations.country);
}

function presenceClaims(actor: Actor) {
  return db
    .select({ country: claims.country, count: count() })
    .from(claims)
    .where(and(saysPresent(actor), isNotNull(claims.country)))
    .groupBy(claims.country);
}

function latestStatuses(actor: Actor) {
  return db
    .selectDistinctOn([stations.country], {
      country: stations.country,
      status: statusReports.status,
      station: { slug: stations.slug, name: stations.name },
      asOf: fuzzy(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(visibleTo(actor, statusReports))
    .orderBy(stations.country, desc(statusReports.asOfSort), statusReports.asOfTo, statusReports.id);
}

function latestAnswers(actor: Actor) {
  return db
    .selectDistinctOn([organizations.country], {
      country: organizations.country,
      slug: responses.slug,
      kind: responses.kind,
      authority: organizations.name,
      given: fuzzy(responses.givenEdtf, responses.givenFrom, responses.givenTo),
    })
    .from(responses)
    .innerJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(isNotNull(organizations.country), visibleTo(actor, responses)))
    .orderBy(organizations.country, desc(responses.givenSort), responses.id);
}

function examinedCountries(actor: Actor) {
  return db.selectDistinct({ country: coverage.country }).from(coverage).where(visibleTo(actor, coverage));
}

/** The countries that stations, claims, events, coverage, evidence or answers name. */
async function countriesMentioned(actor: Actor): Promise<{ country: string }[]> {
  const named = (table: PgTable, column: unknown, visible: unknown) =>
    sql`select ${column} as country from ${table} where ${visible}`;
  const parts = [
    named(stations, sql`${stations.country}`, visibleTo(actor, stations)),
    named(claims, sql`${claims.country}`, visibleTo(actor, claims)),
    named(events, sql`${events.country}`, visibleTo(actor, events)),
    named(coverage, sql`${coverage.country}`, visibleTo(actor, coverage)),
    named(evidence, sql`unnest(${evidence.countries})`, visibleTo(actor, evidence)),
    named(responses, sql`unnest(${responses.countries})`, visibleTo(actor, responses)),
  ];
  return db
    .selectDistinct({ country: sql<string>`mentioned.country` })
    .from(sql`(${sql.join(parts, sql` union `)}) as mentioned`)
    .where(sql`mentioned.country is not null`)
    .orderBy(sql`mentioned.country`);
}

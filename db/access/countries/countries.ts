import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { organizations, responses, stations, statusReports } from "../../schema";
import { countCountryFigures } from "../figures/country-figures";
import { cachedAtRevision } from "../figures/result-cache";
import { fuzzyDateColumns } from "../fuzzy";
import { effectiveReports, lastReportFirst } from "../stations/station-status-at";
import { visibleTo } from "../visibility";

const EVERYTHING = dashboardFilter.absent;

export type CountryLine = Awaited<ReturnType<typeof listCountries>>[number];

/** Every country that any visible record is about, by code: what is claimed, documented and answered there. */
export async function listCountries(actor: Actor) {
  const { lines } = await cachedAtRevision(actor, "countries", EVERYTHING, async (reader) => ({
    lines: await listAll(reader),
  }));
  return lines;
}

async function listAll(reader: Actor) {
  const [figures, statuses, answers] = await Promise.all([
    countCountryFigures(reader, EVERYTHING),
    latestStatuses(reader),
    latestAnswers(reader),
  ]);
  const statusIn = new Map(statuses.map(({ country, ...status }) => [country, status]));
  const answerIn = new Map(answers.map(({ country, ...answer }) => [country, answer]));
  return figures
    .filter(({ isNamed }) => isNamed)
    .map(({ country, coverage, claimed, stations: { total } }) => ({
      country,
      coverage,
      claimed,
      stations: total,
      status: statusIn.get(country) ?? null,
      /** The latest answer of an authority of the country itself; null is a gap, not a silence of theirs. */
      answer: answerIn.get(country) ?? null,
    }));
}

/** Found by what decides alone, and only then read: of thousands of reports as many are shown as there are countries. */
function latestStatuses(actor: Actor) {
  const latest = db
    .selectDistinctOn([stations.country], { country: stations.country, report: statusReports.id })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(effectiveReports(actor))
    .orderBy(stations.country, lastReportFirst(sql`partition by ${stations.country}`))
    .as("latest");
  return db
    .select({
      country: latest.country,
      status: statusReports.status,
      station: { slug: stations.slug, name: stations.name },
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
    })
    .from(latest)
    .innerJoin(statusReports, eq(statusReports.id, latest.report))
    .innerJoin(stations, eq(stations.id, statusReports.stationId));
}

/** One step along the index of each country that has an authority. */
function latestAnswers(actor: Actor) {
  const of = db
    .selectDistinct({ country: organizations.country })
    .from(organizations)
    .where(and(isNotNull(organizations.country), visibleTo(actor, organizations)))
    .as("of");
  const latest = db
    .select({
      slug: responses.slug,
      kind: responses.kind,
      authority: organizations.name,
      given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo).as("given"),
    })
    .from(responses)
    .innerJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(eq(responses.government, of.country), visibleTo(actor, responses)))
    .orderBy(desc(responses.givenSort), responses.id)
    .limit(1)
    .as("latest");
  return db
    .select({
      country: of.country,
      slug: latest.slug,
      kind: latest.kind,
      authority: latest.authority,
      given: latest.given,
    })
    .from(of)
    .innerJoinLateral(latest, sql`true`);
}

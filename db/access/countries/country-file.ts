import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { rangeOf } from "@/lib/figures/tally";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { isCountry } from "@/lib/records/country";
import { coverageOf } from "@/lib/records/coverage";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, readTogether } from "../../client";
import { claims, organizations, responses, stations } from "../../schema";
import { listCounts } from "../claims/counts";
import { reportsPresentActivity } from "../claims/present-activity";
import { countEvidenceOfView } from "../figures/evidence-figures";
import { cachedForRole } from "../figures/result-cache";
import { fuzzyDateColumns } from "../fuzzy";
import { statusColumn } from "../stations/stations";
import { isPublicRecord, visibleTo } from "../visibility";
import { listCoverageOf } from "./coverage";

/** Of the stations the first ones are shown. */
const SHOWN = 20;

export type CountryFile = Awaited<ReturnType<typeof findCountry>>;
export type CountryResponse = CountryFile["responses"][number];

/**
 * What the dossier holds on one country, read once for each revision; a country without any record has an empty file.
 * @param code ISO 3166-1 alpha-2, capitals
 * @throws Refusal not_found when there is no such country
 */
export async function findCountry(actor: Actor, code: string) {
  requirePermission(actor, "read published records");
  if (!isCountry(code)) throw Refusal.notFound();
  return cachedForRole(actor, "country file", { code }, () => readFile(actor, code));
}

async function readFile(actor: Actor, code: string) {
  const [counts, documented, present, answers, examinations, claimed, items] = await readTogether(() =>
    Promise.all([
      listCounts(actor, and(eq(claims.scope, "country"), eq(claims.country, code))),
      stationsIn(actor, code),
      db.$count(claims, and(reportsPresentActivity(actor), eq(claims.country, code))),
      responsesAbout(actor, code),
      listCoverageOf(actor, code),
      db.$count(claims, and(eq(claims.country, code), visibleTo(actor, claims))),
      countEvidenceOfView(actor, { ...dashboardFilter.absent, country: { any: [code], without: [] } }),
    ]),
  );
  return {
    country: code,
    coverage: coverageOf({
      stations: documented[0]?.total ?? 0,
      claimed: present,
      noneFound: examinations.length > 0,
    }),
    /** Every count ever given, latest first; `claimed` has those that stand. */
    counts,
    claimed: rangeOf(counts, documented[0]?.published ?? 0),
    /** The first by name; `totals` counts all. */
    stations: documented.map(({ total: _total, published: _published, ...station }) => station),
    /** By authorities of this country, and by others about it; latest first. */
    responses: answers,
    examinations,
    totals: { claims: claimed, evidence: items, stations: documented[0]?.total ?? 0 },
  };
}

function stationsIn(actor: Actor, code: string) {
  return db
    .select({
      slug: stations.slug,
      name: stations.name,
      city: stations.city,
      kind: stations.kind,
      state: stations.state,
      status: statusColumn(actor),
      firstReported: fuzzyDateColumns(
        stations.firstReportedEdtf,
        stations.firstReportedFrom,
        stations.firstReportedTo,
      ),
      operator: { slug: organizations.slug, name: organizations.name },
      total: sql<number>`count(*) over ()`.mapWith(Number),
      published: sql<number>`count(*) filter (where ${isPublicRecord(stations)}) over ()`.mapWith(Number),
    })
    .from(stations)
    .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
    .where(and(eq(stations.country, code), visibleTo(actor, stations)))
    .orderBy(asc(stations.name), asc(stations.id))
    .limit(SHOWN);
}

function responsesAbout(actor: Actor, code: string) {
  return db
    .select({
      slug: responses.slug,
      kind: responses.kind,
      summary: responses.summary,
      officialRole: responses.officialRole,
      officialName: responses.officialName,
      quote: responses.quote,
      quoteLanguage: responses.quoteLanguage,
      quoteTranslation: responses.quoteTranslation,
      given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
      authority: { slug: organizations.slug, name: organizations.name, country: organizations.country },
    })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(
      and(
        or(eq(organizations.country, code), sql`${responses.countries} @> array[${code}]::char(2)[]`),
        visibleTo(actor, responses),
      ),
    )
    .orderBy(desc(responses.givenSort), asc(responses.id));
}

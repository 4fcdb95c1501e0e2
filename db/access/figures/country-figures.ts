import { and, isNotNull, sql } from "drizzle-orm";
import { groupsOf } from "@/lib/figures/government-figure";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { COUNTRY_CODES } from "@/lib/records/country";
import { coverageOf } from "@/lib/records/coverage";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { coverage, events, responses } from "../../schema";
import { coverageInFilter, datedInPeriod, responsesInFilter } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { countClaimsByCountry, figureRange, listSomeMarksByCountry } from "./claim-figures";
import { countEvidenceByCountry } from "./evidence-figures";
import { countReplyFiguresByCountry } from "./reply-figures";
import { countResponsesByCountry } from "./response-figures";
import { cachedAtRevision } from "./result-cache";
import { countStatuses } from "./station-figures";

export type CountryFigures = Awaited<ReturnType<typeof readCountryFigures>>;

/**
 * What is claimed, documented, answered by the government and known of every country that a record of the view names, and of
 * those asked for, by code. A country that is not among them was not examined: that is no row of zeros (rule 4).
 * Claims, stations and coverage are as of the period's end; answers and evidence are those of the period.
 */
export function readCountryFigures(actor: Actor, filter: DashboardFilter) {
  return cachedAtRevision(actor, "country-figures", filter, async (reader) => ({
    countries: await countCountryFigures(reader, filter),
  }));
}

/** The same, not cached. */
export async function countCountryFigures(reader: Actor, filter: DashboardFilter) {
  const [statuses, marks, claimed, examined, answers, asked, evidence, mentioned] = await Promise.all([
    countStatuses(reader, filter),
    listSomeMarksByCountry(reader, filter),
    countClaimsByCountry(reader, filter),
    db.selectDistinct({ country: coverage.country }).from(coverage).where(coverageInFilter(reader, filter)),
    countResponsesByCountry(reader, filter),
    countReplyFiguresByCountry(reader, filter),
    countEvidenceByCountry(reader, filter),
    mentionedElsewhere(reader, filter),
  ]);
  const statusesIn = groupBy(statuses, ({ country }) => country);
  const claimsIn = new Map(claimed.map((row) => [row.country, row]));
  const answersIn = groupBy(answers, ({ country }) => country);
  const askedIn = new Map(asked.map((row) => [row.country, row]));
  const evidenceIn = new Map(evidence.map((row) => [row.country, row.count]));
  const noneFound = new Set(examined.map(({ country }) => country));
  const about = new Set<string>([
    ...[statusesIn, marks, claimsIn, evidenceIn].flatMap((rows) => [...rows.keys()]),
    ...noneFound,
    ...mentioned.map(({ country }) => country),
  ]);
  const named = new Set([...about, ...answersIn.keys(), ...askedIn.keys(), ...filter.country.any]);
  return COUNTRY_CODES.filter((code) => named.has(code) && isChosen(code, filter)).map((country) => {
    const byStatus = (statusesIn.get(country) ?? []).map(({ status, count: total, published }) => ({
      status,
      count: total,
      published,
    }));
    const documented = sum(byStatus.map(({ published }) => published));
    const stations = sum(byStatus.map(({ count: total }) => total));
    const { count: claims = 0, present = 0 } = claimsIn.get(country) ?? {};
    const { marks: figures, more } = marks.get(country) ?? { marks: [], more: 0 };
    return {
      country,
      /** False: only its authorities were asked or spoke, or the view asks for it. */
      isNamed: about.has(country),
      coverage: coverageOf({ stations, claimed: present, noneFound: noneFound.has(country) }),
      claimed: { ...figureRange(figures, documented), more },
      claims,
      stations: { total: stations, published: documented, byStatus },
      evidence: evidenceIn.get(country) ?? 0,
      government: governmentOf(answersIn.get(country) ?? [], askedIn.get(country)),
    };
  });
}

type Answers = Awaited<ReturnType<typeof countResponsesByCountry>>;
type Asked = Awaited<ReturnType<typeof countReplyFiguresByCountry>>[number];

/** Null stands for no answer, never for an answer of nothing; the response rate comes in its two parts, undivided. */
function governmentOf(answers: Answers, asked: Asked | undefined) {
  const byKind = answers.map(({ kind, count: total }) => ({ kind, count: total }));
  return {
    asked: asked?.asked ?? 0,
    answered: asked?.answered ?? 0,
    declined: asked?.declined ?? 0,
    medianDays: asked?.medianDays ?? null,
    rate: { answered: asked?.answered ?? 0, asked: asked?.asked ?? 0 },
    /** All that its authorities said or did, asked or not. */
    responses: sum(byKind.map(({ count: total }) => total)),
    byKind,
    ...groupsOf(byKind),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isChosen = (code: string, { country: { any, without } }: DashboardFilter) =>
  (any.length === 0 || any.includes(code)) && !without.includes(code);

/** Countries that events of the view name, and that answers of it are about. */
async function mentionedElsewhere(reader: Actor, filter: DashboardFilter): Promise<{ country: string }[]> {
  const anywhere = { ...filter, country: { any: [], without: [] } };
  const about = db
    .selectDistinct({ country: sql<string>`unnest(${responses.countries})` })
    .from(responses)
    .where(responsesInFilter(reader, anywhere));
  if (filter.box) return about;
  const happened = { edtf: events.occurredEdtf, to: events.occurredTo, sort: events.occurredSort };
  const named = db
    .selectDistinct({ country: sql<string>`${events.country}` })
    .from(events)
    .where(and(visibleTo(reader, events), isNotNull(events.country), datedInPeriod(happened, filter)));
  return (await Promise.all([about, named])).flat();
}

import { and, arrayOverlaps, inArray, or, type SQL, sql } from "drizzle-orm";
import type { RecordsSeen } from "@/lib/filters/dashboard-filter";
import type { FilterChoices, GeoBox } from "@/lib/filters/filter-field";
import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import {
  claims,
  events,
  evidence,
  evidenceStations,
  organizations,
  responseStations,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { claimMatchesText } from "../claims/claim-text";
import { evidenceMatchesText } from "../evidence/evidence-text";
import { choiceCondition } from "../filters/choice-condition";
import { countriesInBox, filterReader, idsInBox, speaksOfPeriod } from "../filters/filter-conditions";
import { matchesText } from "../search/text-search";
import { visibleTo } from "../visibility";

export type TimelineFilter = {
  readonly lane?: FilterChoices<Lane>;
  /** ISO 3166-1 alpha-2. */
  readonly country?: FilterChoices;
  /** "responses.denial" */
  readonly kind?: FilterChoices;
  readonly q?: string;
  /** ISO days, inclusive: what overlaps the period. */
  readonly from?: string;
  readonly to?: string;
  /** ISO days, inclusive: claims that speak of one of them. */
  readonly periodFrom?: string;
  readonly periodTo?: string;
  /** `published`: as somebody sees it who reads published records only. */
  readonly records?: RecordsSeen;
  /** What is about a station in it. */
  readonly box?: GeoBox;
};

type LaneQuery = {
  readonly from: SQL;
  readonly record: { id: SQL; slug: SQL; kind: SQL; title: SQL; language: SQL; on: SQL };
  /** The countries that it is about, as text[]. */
  readonly countries: SQL;
  /** What the names of its date's columns begin with. */
  readonly date: string;
  /** The time that its records speak of; of other lanes there is none. */
  readonly period?: Record<"edtf" | "from" | "to", SQL>;
  readonly table: SQL;
  readonly visible: SQL;
  readonly isIn: (countries: string[]) => SQL | undefined;
  readonly isInBox: (box: GeoBox) => SQL;
  readonly matchesWords: (q: string) => SQL | undefined;
};

const nothing = sql`null`;
const NO_PERIOD = { edtf: sql`null::text`, from: sql`null::date`, to: sql`null::date` };

/** What each lane shows, and how it is narrowed. */
function laneQuery(actor: Actor, lane: Lane): LaneQuery {
  switch (lane) {
    case "events":
      return {
        from: sql`${events}`,
        record: recordOf(events, sql`${events.kind}`, sql`${events.title}`),
        date: "occurred",
        table: sql`${events}`,
        visible: visibleTo(actor, events),
        countries: listed(sql`${events.country}`),
        isIn: (countries) => inArray(events.country, countries),
        isInBox: (box) => inArray(events.country, countriesInBox(actor, box)),
        matchesWords: (q) => matchesText(events.search, q),
      };
    case "reports":
      return {
        from: sql`${statusReports} join ${stations} on ${stations.id} = ${statusReports.stationId} and ${visibleTo(actor, stations)}`,
        record: {
          ...recordOf(statusReports, sql`${statusReports.status}`, sql`${stations.name}`),
          on: sql`${stations.slug}`,
        },
        date: "as_of",
        table: sql`${statusReports}`,
        visible: visibleTo(actor, statusReports),
        countries: listed(sql`${stations.country}`),
        isIn: (countries) => inArray(stations.country, countries),
        isInBox: (box) => inArray(statusReports.stationId, idsInBox(actor, box)),
        matchesWords: (q) => matchesText(stations.search, q),
      };
    case "claims":
      return {
        from: sql`${claims}`,
        record: recordOf(claims, sql`${claims.position}`, sql`${claims.proposition}`),
        date: "asserted",
        period: { edtf: sql`${claims.periodEdtf}`, from: sql`${claims.periodFrom}`, to: sql`${claims.periodTo}` },
        table: sql`${claims}`,
        visible: visibleTo(actor, claims),
        countries: listed(
          sql`coalesce(${claims.country}, (select ${stations.country} from ${stations} where ${stations.id} = ${claims.stationId} and ${visibleTo(actor, stations)}))`,
        ),
        isInBox: (box) =>
          sql`case when ${claims.stationId} is null then ${inArray(claims.country, countriesInBox(actor, box))} else ${inArray(claims.stationId, idsInBox(actor, box))} end`,
        isIn: (countries) =>
          or(
            inArray(claims.country, countries),
            sql`exists (select 1 from ${stations} where ${stations.id} = ${claims.stationId} and ${inArray(stations.country, countries)} and ${visibleTo(actor, stations)})`,
          ),
        matchesWords: (q) => claimMatchesText(actor, q),
      };
    case "responses":
      return {
        from: sql`${responses}`,
        record: recordOf(responses, sql`${responses.kind}`, sql`${responses.summary}`),
        date: "given",
        table: sql`${responses}`,
        visible: visibleTo(actor, responses),
        countries: sql`${responses.countries}::text[]`,
        isInBox: (box) =>
          sql`exists (select 1 from ${responseStations} where ${responseStations.responseId} = ${responses.id} and ${inArray(responseStations.stationId, idsInBox(actor, box))})`,
        isIn: (countries) =>
          or(
            arrayOverlaps(responses.countries, countries),
            sql`exists (select 1 from ${organizations} where ${organizations.id} = ${responses.authorityId} and ${inArray(organizations.country, countries)} and ${visibleTo(actor, organizations)})`,
          ),
        matchesWords: (q) => matchesText(responses.search, q),
      };
    case "evidence":
      return {
        from: sql`${evidence}`,
        record: {
          ...recordOf(evidence, sql`${evidence.kind}`, sql`${evidence.title}`),
          language: sql`${evidence.language}`,
        },
        date: "published",
        table: sql`${evidence}`,
        visible: visibleTo(actor, evidence),
        countries: sql`${evidence.countries}::text[]`,
        isInBox: (box) =>
          sql`exists (select 1 from ${evidenceStations} where ${evidenceStations.evidenceId} = ${evidence.id} and ${inArray(evidenceStations.stationId, idsInBox(actor, box))})`,
        isIn: (countries) => arrayOverlaps(evidence.countries, countries),
        matchesWords: (q) => evidenceMatchesText(actor, q),
      };
  }
}

const recordOf = (
  table: typeof events | typeof statusReports | typeof claims | typeof responses | typeof evidence,
  kind: SQL,
  title: SQL,
) => ({
  id: sql`${table.id}`,
  slug: sql`${table.slug}`,
  kind,
  title,
  language: nothing,
  on: nothing,
});

const listed = (country: SQL) => sql`array_remove(array[${country}::text], null)`;

export const isOn = (lane: Lane, { lane: choice }: TimelineFilter) =>
  !choice || ((choice.any.length === 0 || choice.any.includes(lane)) && !choice.without.includes(lane));

/** Of a view that begins with a day, what began before it, or since: each has an index. */
type Began = "before" | "since";

/** The rows of a lane that the filter leaves, dated or undated. */
export function laneRows(
  actor: Actor,
  lane: Lane,
  filter: TimelineFilter,
  dated: boolean,
  began: Began | null = null,
): SQL {
  const {
    record,
    period = NO_PERIOD,
    ...query
  } = laneQuery(filterReader(actor, { records: filter.records ?? "all" }), lane);
  const day = (part: string) => sql`${query.table}.${sql.identifier(`${query.date}_${part}`)}`;
  const where = and(
    isOn(lane, filter) ? query.visible : sql`false`,
    dated ? sql`${day("edtf")} is not null` : sql`${day("edtf")} is null`,
    choiceCondition(filter.country, query.isIn),
    choiceCondition(filter.kind, (kinds) => ofKinds(lane, record.kind, kinds)),
    filter.box ? query.isInBox(filter.box) : undefined,
    filter.q ? query.matchesWords(filter.q) : undefined,
    speaksInLane(lane, filter),
    filter.to ? sql`coalesce(${day("from")}, '-infinity') <= ${filter.to}::date` : undefined,
    filter.from && began !== "since" ? sql`coalesce(${day("to")}, 'infinity') >= ${filter.from}::date` : undefined,
    began === "since" ? sql`${day("sort")} >= ${filter.from}::date` : undefined,
    began === "before"
      ? sql`${day("sort")} < ${filter.from}::date and (${day("to")} is null or ${day("to")} > ${day("sort")})`
      : undefined,
  );
  return sql`select ${lane}::text as lane, ${record.id} as id, ${record.slug} as slug, ${record.kind}::text as kind, ${record.title} as title, ${record.language}::text as language, ${record.on}::text as on_slug, ${day("edtf")} as edtf, ${day("from")} as day_from, ${day("to")} as day_to, ${day("sort")} as sort, ${period.edtf} as period_edtf, ${period.from} as period_from, ${period.to} as period_to, ${query.countries} as countries from ${query.from} where ${where}`;
}

function speaksInLane(lane: Lane, { periodFrom, periodTo }: TimelineFilter): SQL | undefined {
  if (!periodFrom && !periodTo) return undefined;
  return lane === "claims" ? speaksOfPeriod({ from: periodFrom, to: periodTo }) : sql`false`;
}

/** Of a lane that none of them is in, PostgreSQL reads nothing at all. */
function ofKinds(lane: Lane, kind: SQL, kinds: readonly string[]): SQL {
  const own = kinds.filter((one) => one.startsWith(`${lane}.`)).map((one) => one.slice(lane.length + 1));
  return own.length > 0 ? inArray(sql`${kind}::text`, own) : sql`false`;
}

export const unionAll = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql` union all `)}) as item`;

/** The rows of all lanes that the filter leaves, as `item`. */
export const allLaneRows = (actor: Actor, filter: TimelineFilter, dated: boolean) =>
  unionAll(LANES.map((lane) => laneRows(actor, lane, filter, dated)));

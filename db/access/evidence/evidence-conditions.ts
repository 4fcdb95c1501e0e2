import {
  and,
  arrayOverlaps,
  between,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { addDays, firstDayOfMonth, monthNumber } from "@/lib/dates/days";
import type { RecordsSeen } from "@/lib/filters/dashboard-filter";
import { EVIDENCE_FACETS, type EvidenceFacet, NOT_KNOWN_VALUE, PERIOD_PATTERN } from "@/lib/filters/evidence-filter";
import type { FilterChoices, GeoBox } from "@/lib/filters/filter-field";
import { STANCES } from "@/lib/records/claim";
import { LISTED_STATES } from "@/lib/records/editorial";
import { CREDIBILITIES, EVIDENCE_KINDS } from "@/lib/records/evidence";
import { RELIABILITIES } from "@/lib/records/organization";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations, stations } from "../../schema";
import { choiceCondition, isChosen } from "../filters/choice-condition";
import { type DaysAsked, datedInPeriod, evidenceInBox, filterReader } from "../filters/filter-conditions";
import type { AskedText } from "../search/text-search";
import { visibleTo } from "../visibility";
import { evidenceMatchesText } from "./evidence-text";
import { hasFile } from "./has-file";
import { unreadIds } from "./unread-conditions";

export type EvidenceNarrowing = { readonly [Facet in EvidenceFacet]?: FilterChoices } & {
  readonly q?: string;
  /** Slugs of locations that the items are about. */
  readonly station?: FilterChoices;
  readonly file?: FilterChoices;
  readonly from?: string;
  readonly to?: string;
  readonly records?: RecordsSeen;
  readonly box?: GeoBox;
  /** What the reader has not read. */
  readonly unread?: boolean;
};

type Test = (actor: Actor, values: readonly string[]) => SQL | undefined;

/** A word that the column can't hold matches nothing. */
const oneOf =
  (column: AnyPgColumn, words?: readonly string[]): Test =>
  (_actor, values) => {
    const known = values.filter(
      (value) => value !== NOT_KNOWN_VALUE && (words === undefined || words.includes(value)),
    );
    return or(inArray(column, known), values.includes(NOT_KNOWN_VALUE) ? isNull(column) : undefined);
  };

const ofPublisher =
  (column: typeof organizations.slug | typeof organizations.reliability): Test =>
  (actor, values) => {
    const graded = column === organizations.reliability;
    const known = values.filter((value) =>
      graded ? (RELIABILITIES as readonly string[]).includes(value) : value !== NOT_KNOWN_VALUE,
    );
    const visible = visibleTo(actor, organizations);
    const among = (condition?: SQL) =>
      db.select({ id: organizations.id }).from(organizations).where(and(condition, visible));
    const having =
      known.length > 0 ? inArray(evidence.publisherId, among(inArray(column as AnyPgColumn, known))) : undefined;
    if (!values.includes(NOT_KNOWN_VALUE)) return having;
    // Not graded, not named, or not this person's to see: the reader sees no difference between the three.
    const named = db
      .select({ one: sql`1` })
      .from(organizations)
      .where(and(eq(organizations.id, evidence.publisherId), graded ? isNotNull(column) : undefined, visible));
    return or(having, notExists(named));
  };

const lastDayOf = (period: string) =>
  addDays(firstDayOfMonth(monthNumber(period.length === 4 ? `${period}-12` : period) + 1), -1);

const UNKNOWN_DAY = "0001-01-01";

/** Within the year or the month as a whole: "2022" is not of January 2022. */
const duringAny: Test = (_actor, periods) =>
  or(
    sql`false`,
    ...periods
      .filter((period) => PERIOD_PATTERN.test(period))
      .map((period) =>
        period === NOT_KNOWN_VALUE
          ? // The day that an unknown date is sorted by, so that the index by date leads there.
            and(eq(evidence.publishedSort, UNKNOWN_DAY), isNull(evidence.publishedEdtf))
          : and(
              between(
                evidence.publishedSort,
                period.length === 4 ? `${period}-01-01` : `${period}-01`,
                lastDayOf(period),
              ),
              isNotNull(evidence.publishedFrom),
              lte(evidence.publishedTo, lastDayOf(period)),
            ),
      ),
  );

const takesStance: Test = (actor, values) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(claimEvidence)
      .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
      .where(
        and(
          eq(claimEvidence.evidenceId, evidence.id),
          inArray(
            claimEvidence.stance,
            STANCES.filter((stance) => values.includes(stance)),
          ),
        ),
      ),
  );

const TESTS: Record<EvidenceFacet, Test> = {
  kind: oneOf(evidence.kind, EVIDENCE_KINDS),
  publisher: ofPublisher(organizations.slug),
  language: oneOf(evidence.language),
  country: (_actor, values) => arrayOverlaps(evidence.countries, [...values]),
  reliability: ofPublisher(organizations.reliability),
  credibility: oneOf(evidence.credibility, CREDIBILITIES),
  period: duringAny,
  stance: takesStance,
  // Only the desk may filter by state.
  state: (actor, values) =>
    may(actor, "read drafts") ? oneOf(evidence.state, LISTED_STATES)(actor, values) : undefined,
};

/** What one facet asks of an item; undefined when nothing was chosen in it. */
export const facetCondition = (actor: Actor, facet: EvidenceFacet, choices: FilterChoices | undefined) =>
  choiceCondition(choices, (values) => TESTS[facet](actor, values), facet === "stance");

/** Whether anything but the reader leaves evidence out. */
export const isNarrowed = ({ q, station, file, from, to, box, unread, ...facets }: EvidenceNarrowing): boolean =>
  Boolean(q || from || to || box || unread) ||
  [station, file, ...EVIDENCE_FACETS.map((facet) => facets[facet])].some(isChosen);

/** What narrows all facets alike, or in a query that is made once for many values, what stands for these. */
type NarrowingOfAll = Pick<EvidenceNarrowing, "station" | "file" | "records" | "box" | "unread"> &
  DaysAsked & { readonly q?: string | AskedText | undefined };

/** What holds whatever is chosen in the facets: visibility, the period, the text asked for, the location, the part of the map. */
export function evidenceConditions(
  actor: Actor,
  { q, station, file, from, to, records = "all", box, unread }: NarrowingOfAll,
): SQL | undefined {
  const about = (slugs: readonly string[]) =>
    db
      .select({ id: evidenceStations.evidenceId })
      .from(evidenceStations)
      .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
      .where(inArray(stations.slug, [...slugs]));
  const { publishedEdtf: edtf, publishedTo, publishedSort: sort } = evidence;
  const reader = filterReader(actor, { records });
  return and(
    visibleTo(reader, evidence),
    datedInPeriod({ edtf, to: publishedTo, sort }, { from, to }),
    q ? evidenceMatchesText(actor, q) : undefined,
    choiceCondition(station, (slugs) => inArray(evidence.id, about(slugs)), true),
    choiceCondition(file, (sorts) => hasFile(actor, sorts), true),
    evidenceInBox(reader, { box }),
    unread ? sql`${evidence.id} = any(array${unreadIds(actor)})` : undefined,
  );
}

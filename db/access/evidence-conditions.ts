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
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import type { Stance } from "@/lib/claim";
import { db } from "../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations, stations } from "../schema";
import { evidenceSpeaksOf } from "./evidence-text";
import { visibleTo } from "./scope";

/** What the feed can be narrowed by, with the number of items behind each value. */
export const EVIDENCE_FACETS = [
  "kind",
  "publisher",
  "language",
  "country",
  "reliability",
  "credibility",
  "period",
  "stance",
  "state",
] as const;
export type EvidenceFacet = (typeof EVIDENCE_FACETS)[number];

/** In a facet whose column may be empty: the items of which it is not known. */
export const NOT_KNOWN = "none";

/** Values asked for (any of them) and values left out. */
export type Choices = { readonly any: readonly string[]; readonly without: readonly string[] };

export type EvidenceNarrowing = { readonly [Facet in EvidenceFacet]?: Choices } & {
  readonly q?: string;
  /** Slug of the location that the items are about. */
  readonly station?: string;
};

type Test = (actor: Actor, values: readonly string[]) => SQL | undefined;

const oneOf =
  (column: AnyPgColumn): Test =>
  (_actor, values) => {
    const known = values.filter((value) => value !== NOT_KNOWN);
    const isUnknown = values.includes(NOT_KNOWN) ? isNull(column) : undefined;
    return or(known.length > 0 ? inArray(column, known) : undefined, isUnknown);
  };

const ofPublisher =
  (column: typeof organizations.slug | typeof organizations.reliability): Test =>
  (actor, values) => {
    const known = values.filter((value) => value !== NOT_KNOWN);
    const visible = visibleTo(actor, organizations);
    const among = (condition?: SQL) =>
      db.select({ id: organizations.id }).from(organizations).where(and(condition, visible));
    const having =
      known.length > 0 ? inArray(evidence.publisherId, among(inArray(column as AnyPgColumn, known))) : undefined;
    if (!values.includes(NOT_KNOWN)) return having;
    // Not graded, not named, or not this person's to see: the reader is told the same of all three.
    const named = among(column === organizations.reliability ? sql`${column} is not null` : undefined);
    return or(having, isNull(evidence.publisherId), notInArray(evidence.publisherId, named));
  };

const lastDayOf = (period: string) => {
  const [year = 0, month] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
};

/** Within the year or the month as a whole: "2022" is not of January 2022. */
const duringAny: Test = (_actor, periods) =>
  or(
    ...periods.map((period) =>
      period === NOT_KNOWN
        ? isNull(evidence.publishedEdtf)
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
      .where(and(eq(claimEvidence.evidenceId, evidence.id), inArray(claimEvidence.stance, values as Stance[]))),
  );

const TESTS: Record<EvidenceFacet, Test> = {
  kind: oneOf(evidence.kind),
  publisher: ofPublisher(organizations.slug),
  language: oneOf(evidence.language),
  country: (_actor, values) => arrayOverlaps(evidence.countries, [...values]),
  reliability: ofPublisher(organizations.reliability),
  credibility: oneOf(evidence.credibility),
  period: duringAny,
  stance: takesStance,
  state: oneOf(evidence.state),
};

/** What one facet asks of an item; undefined when nothing was chosen in it. */
export function facetCondition(actor: Actor, facet: EvidenceFacet, choices: Choices | undefined): SQL | undefined {
  const any = choices?.any.length ? TESTS[facet](actor, choices.any) : undefined;
  const without = choices?.without.length ? TESTS[facet](actor, choices.without) : undefined;
  return and(any, without && not(sql`coalesce(${without}, false)`));
}

/** What holds whatever is chosen in the facets: visibility, the text asked for, the location. */
export function evidenceAsked(actor: Actor, { q, station }: EvidenceNarrowing): SQL | undefined {
  const about = (slug: string) =>
    db
      .select({ id: evidenceStations.evidenceId })
      .from(evidenceStations)
      .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
      .where(eq(stations.slug, slug));
  return and(
    visibleTo(actor, evidence),
    q ? evidenceSpeaksOf(actor, q) : undefined,
    station ? inArray(evidence.id, about(station)) : undefined,
  );
}

import { and, desc, eq, exists, inArray, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { StanceValue } from "@/lib/records/claim";
import { EVIDENCE_KINDS, type EvidenceKind } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { fuzzyDateColumns } from "../fuzzy";
import { jsonList } from "../reading/json-object";
import { type Paging, type PartKey, pagePart } from "../reading/record-parts";
import { visibleTo } from "../visibility";
import { concernsStation, type StationRef } from "./station-claims";

/** What the evidence at a station can be narrowed to. */
export type StationEvidenceOptions = {
  readonly kind?: FilterChoices<EvidenceKind>;
  readonly language?: FilterChoices;
  readonly stance?: FilterChoices<StanceValue>;
};

/** Newest first, as in the list of evidence. */
const KEYS: readonly PartKey[] = [
  { column: evidence.publishedSort, type: "date", descending: true },
  { column: evidence.slug, type: "text" },
];

/** What an item does to the claims about the station or its country, each stance once. */
const stancesOf = (actor: Actor, stationRef: StationRef) =>
  jsonList<StanceValue>(
    sql`select distinct ${claimEvidence.stance} as item from ${claimEvidence} join ${claims} on ${claims.id} = ${claimEvidence.claimId} and ${concernsStation(stationRef)} and ${visibleTo(actor, claims)} where ${claimEvidence.evidenceId} = ${evidence.id} order by 1`,
  );

const itemColumns = (actor: Actor, stationRef: StationRef) => ({
  id: evidence.id,
  slug: evidence.slug,
  state: evidence.state,
  title: evidence.title,
  kind: evidence.kind,
  language: evidence.language,
  published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  publisher: { slug: organizations.slug, name: organizations.name },
  reliability: organizations.reliability,
  credibility: evidence.credibility,
  stances: stancesOf(actor, stationRef),
});

/** The items filed at a station, newest first; a stance is one towards a claim about the station or its country. */
export function selectStationEvidence(
  actor: Actor,
  stationRef: StationRef,
  paging: Paging,
  wanted: StationEvidenceOptions = {},
) {
  const takes = (stances: StanceValue[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(claimEvidence)
        .innerJoin(
          claims,
          and(eq(claims.id, claimEvidence.claimId), concernsStation(stationRef), visibleTo(actor, claims)),
        )
        .where(and(eq(claimEvidence.evidenceId, evidence.id), inArray(claimEvidence.stance, stances))),
    );
  const where = and(
    eq(evidenceStations.stationId, stationRef.id),
    choiceCondition(wanted.kind, (kinds) => inArray(evidence.kind, kinds)),
    choiceCondition(wanted.language, (languages) => inArray(evidence.language, languages)),
    choiceCondition(wanted.stance, takes),
  );
  const page = pagePart(KEYS, paging, countWhere(actor, where));
  return db
    .select({
      ...itemColumns(actor, stationRef),
      ...page.columns,
    })
    .from(evidenceStations)
    .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(and(where, page.where))
    .orderBy(...page.order)
    .limit(page.limit);
}

/**
 * The first page of all of them. Of a longer list its first row says what all can be narrowed to: they are gone through once
 * for the order, the number and the choices, and only those of the page for what is shown.
 */
export function selectFirstEvidence(actor: Actor, stationRef: StationRef, most: Placeholder) {
  const { id, slug, kind, language, publishedSort } = evidence;
  const here = db.$with("here").as(
    db
      .select({ id, slug, kind, language, publishedSort })
      .from(evidenceStations)
      .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
      .where(eq(evidenceStations.stationId, stationRef.id)),
  );
  const order = (rows: { publishedSort: SQLWrapper; slug: SQLWrapper }) => [
    desc(rows.publishedSort),
    sql`${rows.slug}`,
  ];
  const shown = db
    .select({ id: here.id, slug: here.slug, publishedSort: here.publishedSort })
    .from(here)
    .orderBy(...order(here))
    .limit(most as unknown as number)
    .as("shown");
  const total = sql<number>`(select count(*) from ${here})::int`;
  const choices = jsonList<EvidenceChoice>(
    sql`select json_build_object('kind', kind, 'language', language) as item from (select distinct kind, language from ${here}) as each order by kind, language`,
  );
  const isMore = sql`${total} >= ${most}::bigint`;
  const isFirst = sql`row_number() over (order by ${sql.join([...order(shown)], sql`, `)}) = 1`;
  return db
    .with(here)
    .select({
      ...itemColumns(actor, stationRef),
      at: sql<
        string[] | null
      >`case when ${isMore} then json_build_array(${shown.publishedSort}::text, ${shown.slug}) end`,
      total: total.mapWith(Number),
      choices: sql<EvidenceChoice[] | null>`case when ${isMore} and ${isFirst} then ${choices} end`,
    })
    .from(shown)
    .innerJoin(evidence, eq(evidence.id, shown.id))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .orderBy(...order(shown));
}

const countWhere = (actor: Actor, where: SQL | undefined) =>
  sql`select count(*) from ${evidenceStations} join ${evidence} on ${evidence.id} = ${evidenceStations.evidenceId} and ${visibleTo(actor, evidence)} where ${where}`;

/** The kinds and languages of all items filed at a station, for its filter. */
export const selectEvidenceChoices = (actor: Actor, stationId: string | Placeholder) =>
  db
    .selectDistinct({ kind: evidence.kind, language: evidence.language })
    .from(evidenceStations)
    .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
    .where(eq(evidenceStations.stationId, stationId));

type EvidenceChoice = Awaited<ReturnType<typeof selectEvidenceChoices>>[number];

/** The same of items that are read already, in the same order. */
export function choicesAmong(items: readonly EvidenceChoice[]): EvidenceChoice[] {
  const each = new Map(items.map(({ kind, language }) => [`${kind} ${language}`, { kind, language }]));
  const placeOf = ({ kind, language }: EvidenceChoice) =>
    [EVIDENCE_KINDS.indexOf(kind), language ?? "\uffff"] as const;
  return [...each.values()].sort((one, other) => {
    const [[kind, language], [otherKind, otherLanguage]] = [placeOf(one), placeOf(other)];
    return kind - otherKind || (language < otherLanguage ? -1 : 1);
  });
}

import { and, eq, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AlikeContent, AlikeKind } from "@/lib/records/likeness";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { writeTextArray } from "../../connection/text-array";
import { evidence, organizations, stations } from "../../schema";
import { type ReaderQuery, readerQuery } from "../reading/reader-query";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { notSaidDistinct } from "./distinct";

/** Of what has a key in common; more bear a name like "Statement" than anybody looks through. */
const MOST_COMPARED = 500;

export type Candidate<Kind extends AlikeKind> = AlikeContent[Kind] & {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
};

const other = alias(organizations, "other");

/** The records of a kind that `where` finds, with what they are held against. */
const CANDIDATES: { [Kind in AlikeKind]: (where: SQL | undefined) => ReaderQuery<Candidate<Kind>[]> } = {
  organization: (where) =>
    db
      .select({
        id: organizations.id,
        slug: organizations.slug,
        title: organizations.name,
        name: organizations.name,
        alternateNames: organizations.alternateNames,
        url: organizations.url,
        kind: organizations.kind,
        country: organizations.country,
      })
      .from(organizations)
      .where(where)
      .limit(MOST_COMPARED),
  station: (where) =>
    db
      .select({
        id: stations.id,
        slug: stations.slug,
        title: stations.name,
        name: stations.name,
        alternateNames: stations.alternateNames,
        country: stations.country,
        city: stations.city,
        localityNote: stations.localityNote,
        operator: other.slug,
        latitude: stations.latitude,
        longitude: stations.longitude,
        locationPrecision: stations.locationPrecision,
      })
      .from(stations)
      .leftJoin(other, eq(other.id, stations.operatorId))
      .where(where)
      .limit(MOST_COMPARED),
  evidence: (where) => {
    const query = db
      .select({
        id: evidence.id,
        slug: evidence.slug,
        title: evidence.title,
        publisher: other.slug,
        edtf: evidence.publishedEdtf,
        from: evidence.publishedFrom,
        to: evidence.publishedTo,
        url: evidence.url,
        archiveUrl: evidence.archiveUrl,
      })
      .from(evidence)
      .leftJoin(other, eq(other.id, evidence.publisherId))
      .where(where)
      .limit(MOST_COMPARED);
    return {
      prepare(name) {
        const prepared = query.prepare(name);
        return { execute: async (values) => (await prepared.execute(values)).map(withFuzzyDate) };
      },
    };
  },
};

type Dated = { readonly edtf: string | null; readonly from: string | null; readonly to: string | null };

const withFuzzyDate = <Row extends Dated>({ edtf, from, to, ...row }: Row) => ({
  ...row,
  published: edtf === null ? null : { edtf, from, to },
});

const hasKey = (kind: AlikeKind, keys: SQLWrapper) =>
  sql`${{ organization: organizations, station: stations, evidence }[kind].likenessKeys} && ${keys}::text[]`;

/** The records of a kind that have one of these keys, with what they are held against; `where` has to say who may see them. */
export const listCandidates = <Kind extends AlikeKind>(
  kind: Kind,
  keys: readonly string[],
  where: SQL | undefined,
): Promise<Candidate<Kind>[]> =>
  CANDIDATES[kind](and(hasKey(kind, sql`${writeTextArray(keys)}`), where))
    .prepare("alike")
    .execute();

const visibleCandidates = <Kind extends AlikeKind>(kind: Kind, isStored: boolean) =>
  readerQuery((reader) => {
    const [table, slug] = [editorialTableOf(kind), sql.placeholder("slug")];
    const isOther = isStored ? and(ne(table.slug, slug), notSaidDistinct(reader, kind, slug)) : undefined;
    return CANDIDATES[kind](and(hasKey(kind, sql.placeholder("keys")), visibleTo(reader, table), isOther));
  });

type Visible = {
  readonly [Kind in AlikeKind]: (actor: Actor, values: Record<string, unknown>) => Promise<Candidate<Kind>[]>;
};
const visibleOf = (isStored: boolean): Visible => ({
  organization: visibleCandidates("organization", isStored),
  station: visibleCandidates("station", isStored),
  evidence: visibleCandidates("evidence", isStored),
});
const [BESIDE_NEW, BESIDE_STORED] = [visibleOf(false), visibleOf(true)];

/**
 * The same of those that a person sees; made once for each kind, since every write asks.
 * @param slug of the record that they are held against: neither that, nor what was said to be another; null when it is new
 */
export const listVisibleCandidates = <Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  keys: readonly string[],
  slug: string | null,
): Promise<Candidate<Kind>[]> =>
  slug === null
    ? BESIDE_NEW[kind](actor, { keys: writeTextArray(keys) })
    : BESIDE_STORED[kind](actor, { keys: writeTextArray(keys), slug });

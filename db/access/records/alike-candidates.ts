import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AlikeContent, AlikeKind } from "@/lib/records/likeness";
import { db } from "../../client";
import { evidence, organizations, stations } from "../../schema";
import { textArray } from "./bulk-rows";

/** Of what has a key in common; more bear a name like "Statement" than anybody looks through. */
const MOST_COMPARED = 500;

export type Candidate<Kind extends AlikeKind> = AlikeContent[Kind] & {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
};

const other = alias(organizations, "other");

/** The records of a kind that have a key in common, with what they are held against. */
const CANDIDATES: {
  [Kind in AlikeKind]: (asked: SQL, where: SQL | undefined) => Promise<Candidate<Kind>[]>;
} = {
  organization: (asked, where) =>
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
      .where(and(sql`${organizations.likenessKeys} && ${asked}`, where))
      .limit(MOST_COMPARED)
      .prepare("alike")
      .execute(),
  station: (asked, where) =>
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
      .where(and(sql`${stations.likenessKeys} && ${asked}`, where))
      .limit(MOST_COMPARED)
      .prepare("alike")
      .execute(),
  evidence: async (asked, where) => {
    const rows = await db
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
      .where(and(sql`${evidence.likenessKeys} && ${asked}`, where))
      .limit(MOST_COMPARED)
      .prepare("alike")
      .execute();
    return rows.map(({ edtf, from, to, ...row }) => ({
      ...row,
      published: edtf === null ? null : { edtf, from, to },
    }));
  },
};

/** The records of a kind that have one of these keys, with what they are held against; `where` has to say who may see them. */
export const listCandidates = <Kind extends AlikeKind>(
  kind: Kind,
  keys: readonly string[],
  where: SQL | undefined,
): Promise<Candidate<Kind>[]> => CANDIDATES[kind](textArray(keys), where);

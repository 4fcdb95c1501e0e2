import { sql } from "drizzle-orm";
import { boolean, char, check, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { CREDIBILITIES, EVIDENCE_KINDS, SHARINGS } from "@/lib/records/evidence";
import {
  editorial,
  editorialChecks,
  fuzzyDate,
  fuzzyDateCheck,
  likenessKeyColumn,
  ofSeveralDays,
  searchDocument,
  WAITS,
  waitingIndexes,
} from "./columns";
import { organizations } from "./organizations";
import { stations } from "./stations";

export const evidenceKind = pgEnum("evidence_kind", EVIDENCE_KINDS);
export const credibility = pgEnum("credibility", CREDIBILITIES);
export const sharing = pgEnum("sharing", SHARINGS);

export const evidence = pgTable(
  "evidence",
  {
    ...editorial(),
    title: text("title").notNull(),
    /** False when the headline was not seen: the title then describes the item. */
    titleSeen: boolean("title_seen").notNull().default(true),
    kind: evidenceKind("kind").notNull(),
    publisherId: uuid("publisher_id").references(() => organizations.id),
    carriedById: uuid("carried_by_id").references(() => organizations.id),
    author: text("author"),
    ...fuzzyDate("published", "published"),
    language: text("language"),
    url: text("url"),
    archiveUrl: text("archive_url"),
    accessedVia: text("accessed_via"),
    summary: text("summary"),
    countries: char("countries", { length: 2 }).array().notNull().default([]),
    credibility: credibility("credibility"),
    sharing: sharing("sharing").notNull().default("CLEAR"),
    search: searchDocument(
      sql`"language"`,
      sql`"title"`,
      sql`"summary"`,
      sql`"author"`,
      sql`"note"`,
      sql`"url"`,
      sql`"archive_url"`,
      sql`"accessed_via"`,
    ),
    likenessKeys: likenessKeyColumn(sql`evidence_keys("title", "url", "archive_url")`),
  },
  (item) => [
    index("evidence_by_date").on(item.publishedSort, item.id),
    // With all that a walk looks at, so that it reads no row that it leaves.
    index("evidence_by_kind").on(
      ...[item.kind, item.publishedSort, item.id, item.state, item.publishedEdtf, item.publishedTo, item.countries],
    ),
    index("evidence_by_publisher").on(item.publisherId, item.publishedSort, item.id),
    index("evidence_by_carrier")
      .on(item.carriedById, item.publishedSort, item.id)
      .where(sql`"carried_by_id" is not null`),
    index("evidence_by_language").on(item.language, item.publishedSort, item.id),
    index("evidence_by_credibility").on(item.credibility, item.publishedSort, item.id),
    index("evidence_by_state").on(item.state, item.publishedSort, item.id),
    // What may have been published on several days: a period is these that end in it or later, and what begins in it.
    index("evidence_of_days").on(item.publishedSort, item.id).where(ofSeveralDays("published")),
    // Who publishes at a site, by what is on file from there.
    index("evidence_by_site")
      .on(sql`substring(public.address_key(${item.url}) from '^[^/?#]*')`, item.publishedSort)
      .where(sql`${item.url} is not null`),
    index("evidence_by_same_date").on(item.publishedEdtf, item.slug),
    index("evidence_by_change").on(item.updatedAt, item.id),
    index("evidence_by_publishing").on(item.publishedAt, item.id).where(sql`"published_at" is not null`),
    index("evidence_countries").using("gin", item.countries),
    index("evidence_search").using("gin", item.search),
    index("evidence_alike").using("gin", item.likenessKeys),
    ...waitingIndexes("evidence", item),
    // Of those who wrote it, the first and the last: who asks for their own reads nobody else's.
    index("evidence_waiting_by_creator").on(item.createdBy, item.state, item.updatedAt, item.id).where(WAITS),
    index("evidence_waiting_by_writer")
      .on(item.updatedBy, item.state, item.updatedAt, item.id)
      .where(sql`${WAITS} and "updated_by" <> "created_by"`),
    // What may have been published at a moment in the past.
    index("evidence_published_by_creation").on(item.createdAt).where(sql`"published_at" is not null`),
    ...editorialChecks("evidence"),
    fuzzyDateCheck("evidence", "published"),
    check(
      "evidence_carried_elsewhere",
      sql`${item.carriedById} is null or ${item.carriedById} <> ${item.publisherId}`,
    ),
  ],
);

/** The locations that an item of evidence is about. */
export const evidenceStations = pgTable(
  "evidence_stations",
  {
    evidenceId: uuid("evidence_id")
      .notNull()
      .references(() => evidence.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
  },
  (link) => [
    primaryKey({ columns: [link.evidenceId, link.stationId] }),
    index("evidence_stations_station").on(link.stationId),
  ],
);

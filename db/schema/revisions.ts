import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { RECORD_KINDS } from "@/lib/editorial";
import { instant } from "./instant";
import { people } from "./people";

export const recordKind = pgEnum("record_kind", RECORD_KINDS);

/** One version of one record. Append-only: triggers refuse UPDATE, DELETE and TRUNCATE. */
export const revisions = pgTable(
  "revisions",
  {
    /** Place in the chain, without gaps: it is given under the chain's lock, not by a sequence. */
    seq: bigint("seq", { mode: "number" }).primaryKey(),
    recordKind: recordKind("record_kind").notNull(),
    recordId: uuid("record_id").notNull(),
    version: integer("version").notNull(),
    action: text("action").notNull(),
    snapshot: jsonb("snapshot").$type<Record<string, unknown>>().notNull(),
    changed: text("changed").array().notNull(),
    reason: text("reason"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    previousHash: text("previous_hash"),
    hash: text("hash").notNull().unique(),
  },
  (revision) => [
    unique("revisions_record_version").on(revision.recordKind, revision.recordId, revision.version),
    index("revisions_author").on(revision.authorId, revision.seq),
    check("revisions_hash_form", sql`${revision.hash} ~ '^sha256:[0-9a-f]{64}$'`),
    check("revisions_chained", sql`(${revision.seq} = 1) = (${revision.previousHash} is null)`),
  ],
);

/** A write that came with an Idempotency-Key has one effect, however often it is sent. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    recordKind: recordKind("record_kind").notNull(),
    slug: text("slug").notNull(),
    createdAt: instant("created_at").notNull().default(sql`now()`),
  },
  (row) => [unique("idempotency_keys_person_key").on(row.personId, row.key)],
);

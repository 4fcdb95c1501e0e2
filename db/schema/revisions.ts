import { sql } from "drizzle-orm";
import { bigint, check, index, integer, json, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { REVISED_KINDS } from "@/lib/records/editorial";
import { instant } from "./instant";
import { people } from "./people";

export const recordKind = pgEnum("record_kind", REVISED_KINDS);

/** What moves work through review, of a record or a proposal. In a query literally so, or the index is not used. */
export const IS_TRANSITION = `"action" ~ '[.](submit|recall|withdraw|request_changes|reject|approve|publish)$'`;

/** What put a record in the trash. In a query literally so, or the index is not used. */
export const IS_THROWN_AWAY = `"action" ~ '[.]trash$'`;

/** What names another station than before, or others. In a query literally so, or the index is not used. */
export const IS_MOVED = `"version" > 1 and "changed" && '{station,stations}'::text[]`;

/**
 * What may have changed something that a reader of published records sees (decision 16); what the label keeps at the desk
 * did not. In a query literally so, or the index is not used.
 */
export const IS_PUBLIC_CHANGE = `("action" !~ '^(proposal|waiver|reply_entry|annotation)[.]' and ("action" ~ '[.]erase$' or ("snapshot" ->> 'state' in ('published', 'corrected') or "action" ~ '[.](unpublish|retract)$') and (coalesce("snapshot" ->> 'sharing', 'CLEAR') in ('CLEAR', 'GREEN') or 'sharing' = any("changed"))) or "action" ~ '^annotation[.]' and "snapshot" ->> 'approved' = 'true')`;

/**
 * What belongs to a record: what is counted and listed of records stays as it is when somebody comments, or an account is
 * made. In a query literally so, or the index is not used.
 */
export const IS_OF_RECORD = `"action" !~ '^kept_row[.]'`;

/**
 * One version of one record. Append-only: triggers refuse UPDATE, DELETE and TRUNCATE, but for the one UPDATE of a lawful
 * erasure, which empties the content and names the later revision that records this.
 */
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
    /** What the transition itself adds: the warnings ticked, the proposal applied and its authors, what was erased. */
    detail: jsonb("detail").$type<Record<string, unknown>>(),
    /** Null: somebody at the machine's own console. */
    authorId: uuid("author_id").references(() => people.id),
    at: instant("at").notNull(),
    previousHash: text("previous_hash"),
    hash: text("hash").notNull().unique(),
    /** The tombstone: the revision that recorded the erasure of this one's content. */
    erasedBySeq: bigint("erased_by_seq", { mode: "number" }),
  },
  (revision) => [
    unique("revisions_record_version").on(revision.recordKind, revision.recordId, revision.version),
    index("revisions_author").on(revision.authorId, revision.seq),
    index("revisions_by_time").on(revision.recordKind, revision.recordId, revision.at),
    // For the desk's own figures: what was handed in, decided and published, by the day.
    index("revisions_steps").on(revision.at).where(sql.raw(IS_TRANSITION)),
    index("revisions_thrown_away").on(revision.seq).where(sql.raw(IS_THROWN_AWAY)),
    index("revisions_of_records").on(revision.seq).where(sql.raw(IS_OF_RECORD)),
    index("revisions_moved").on(revision.recordKind, revision.recordId).where(sql.raw(IS_MOVED)),
    index("revisions_public").on(revision.seq).where(sql.raw(IS_PUBLIC_CHANGE)),
    check("revisions_authored", sql`${revision.authorId} is not null or ${revision.action} ~ '^kept_row[.]'`),
    // Counted by its length: a pattern that counts to 64 takes five times as long, of each write.
    check("revisions_hash_form", sql`length(${revision.hash}) = 71 and ${revision.hash} ~ '^sha256:[0-9a-f]+$'`),
    check("revisions_chained", sql`(${revision.seq} = 1) = (${revision.previousHash} is null)`),
  ],
);

/** A write that came with an Idempotency-Key has one effect, however often it is sent. Forgotten after thirty days. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** The record that it wrote, where it wrote one. */
    recordKind: recordKind("record_kind"),
    slug: text("slug"),
    /** What it was answered, as it was sent. Null of keys from before answers were kept: those recorded a draft. */
    answer: json("answer"),
    createdAt: instant("created_at").notNull().default(sql`now()`),
  },
  (row) => [
    unique("idempotency_keys_person_key").on(row.personId, row.key),
    index("idempotency_keys_by_time").on(row.createdAt),
  ],
);

/** A recomputation of the whole chain, and what it found. */
export const historyChecks = pgTable(
  "history_checks",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    at: instant("at").notNull().default(sql`now()`),
    /** Null: run from the command line. */
    checkedBy: uuid("checked_by").references(() => people.id),
    headSeq: bigint("head_seq", { mode: "number" }).notNull(),
    headHash: text("head_hash"),
    /** Null: every link held. */
    problem: jsonb("problem").$type<Record<string, unknown>>(),
  },
  (check) => [index("history_checks_by_time").on(check.at)],
);

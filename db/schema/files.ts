import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CUSTODY_KINDS, UNREAD_REASONS } from "@/lib/records/file";
import { searchDocument } from "./columns";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

const person = (name: string) => uuid(name).references(() => people.id);

/** Bytes that came in, once however often they came; they stand in the storage under their digest. */
export const files = pgTable(
  "files",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** SHA-256, lower-case hexadecimal. */
    digest: text("digest").notNull().unique(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** As the bytes say, not as whoever sent them said. */
    type: text("type").notNull(),
    at: instant("at").notNull().default(sql`now()`),
    by: person("by").notNull(),
  },
  (file) => [
    index("files_newest").on(file.at.desc().nullsFirst(), file.id.desc().nullsFirst()),
    check("files_digest_form", sql`${file.digest} ~ '^[0-9a-f]{64}$'`),
    check("files_size_positive", sql`${file.size} >= 0`),
  ],
);

/** A file as it was handed in with a record. Withdrawn it is hidden, and stays. */
export const attachments = pgTable(
  "attachments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    name: text("name").notNull(),
    at: instant("at").notNull().default(sql`now()`),
    by: person("by").notNull(),
    /** The original of which it is a redacted copy, at the same record. Who may open no originals is shown released copies alone. */
    redactedFrom: uuid("redacted_from").references((): AnyPgColumn => attachments.id),
    /** Since when a redacted copy waits for an editor who did not make it; null: it was released, or it is no copy. */
    waitingSince: instant("waiting_since"),
    /** Null of a copy that was made before anybody had to release one, too. */
    releasedBy: person("released_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: person("withdrawn_by"),
    reason: text("reason"),
  },
  (attachment) => [
    unique("attachments_once").on(attachment.subjectKind, attachment.subjectId, attachment.fileId),
    index("attachments_by_file").on(attachment.fileId),
    index("attachments_by_original").on(attachment.redactedFrom).where(sql`${attachment.redactedFrom} is not null`),
    index("attachments_waiting")
      .on(attachment.waitingSince)
      .where(sql`${attachment.waitingSince} is not null and ${attachment.withdrawnAt} is null`),
    check(
      "attachments_released_by_another",
      sql`(${attachment.redactedFrom} is not null or (${attachment.waitingSince} is null and ${attachment.releasedBy} is null)) and (${attachment.releasedBy} is null or (${attachment.waitingSince} is null and ${attachment.releasedBy} <> ${attachment.by}))`,
    ),
    check("attachments_not_of_itself", sql`${attachment.redactedFrom} <> ${attachment.id}`),
    check(
      "attachments_withdrawn_whole",
      sql`(${attachment.withdrawnAt} is null) = (${attachment.withdrawnBy} is null) and (${attachment.withdrawnAt} is null or length(trim(${attachment.reason})) > 0)`,
    ),
  ],
);

const CUSTODY = sql.raw(CUSTODY_KINDS.map((kind) => `'${kind}'`).join(", "));

/** Who did what to a file, and what came of it. Only grows. */
export const custodyEvents = pgTable(
  "custody_events",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id),
    kind: text("kind", { enum: [...CUSTODY_KINDS] }).notNull(),
    at: instant("at").notNull().default(sql`now()`),
    /** Null: done by the program itself. */
    by: person("by"),
    /** What was found or used: the digest, the name that was given, the program. */
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    /** False: a check failed. */
    passed: boolean("passed").notNull().default(true),
  },
  (event) => [
    index("custody_events_by_file").on(event.fileId, event.at, event.id),
    check("custody_events_kind", sql`${event.kind} in (${CUSTODY})`),
  ],
);

/** Who writes to an upload, so that two servers may share it. Whoever does not renew the hold has lost it. */
export const uploadLocks = pgTable("upload_locks", {
  upload: text("upload").primaryKey(),
  holder: uuid("holder").notNull(),
  until: instant("until").notNull(),
  /** Somebody waits for it. */
  isWanted: boolean("is_wanted").notNull().default(false),
});

const UNREAD = sql.raw(UNREAD_REASONS.map((reason) => `'${reason}'`).join(", "));

/** That the text of a file was read, and how much there was; made anew from the bytes, and no part of the history. */
export const fileTexts = pgTable(
  "file_texts",
  {
    fileId: uuid("file_id")
      .primaryKey()
      .references(() => files.id),
    at: instant("at").notNull().default(sql`now()`),
    pages: integer("pages").notNull(),
    /** Why there is none, or not all. */
    problem: text("problem", { enum: [...UNREAD_REASONS] }),
  },
  (read) => [check("file_texts_problem", sql`${read.problem} in (${UNREAD})`)],
);

/** The text of a file, page by page. */
export const filePages = pgTable(
  "file_pages",
  {
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id),
    /** From 1; a text without pages has one. */
    page: integer("page").notNull(),
    text: text("text").notNull(),
    search: searchDocument(sql`null`, sql`"text"`),
  },
  (part) => [
    primaryKey({ columns: [part.fileId, part.page] }),
    index("file_pages_search").using("gin", part.search),
    check("file_pages_from_one", sql`${part.page} > 0`),
  ],
);

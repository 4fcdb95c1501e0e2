import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { FOLLOW_CAUSES, NOTICE_CAUSES } from "@/lib/records/notice";
import { captures } from "./captures";
import { files } from "./files";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind, revisions } from "./revisions";
import { savedViews } from "./saved-views";

export const comments = pgTable(
  "comments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** The field of the record that it is about; null: the whole. */
    field: text("field"),
    /** The comment that it replies to: one level deep. */
    parentId: uuid("parent_id").references((): AnyPgColumn => comments.id),
    /** Null once its author has taken it back. */
    body: text("body"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull().default(sql`now()`),
    editedAt: instant("edited_at"),
    resolvedBy: uuid("resolved_by").references(() => people.id),
    resolvedAt: instant("resolved_at"),
  },
  (comment) => [
    index("comments_by_subject").on(comment.subjectKind, comment.subjectId, comment.at, comment.id),
    index("comments_by_parent").on(comment.parentId),
    check("comments_body_present", sql`${comment.body} is null or length(trim(${comment.body})) > 0`),
  ],
);

/** A file that was handed in with a comment, and is part of the desk's talk alone. Only grows. */
export const commentFiles = pgTable(
  "comment_files",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id),
    fileId: uuid("file_id")
      .notNull()
      .references(() => files.id),
    name: text("name").notNull(),
    at: instant("at").notNull().default(sql`now()`),
    by: uuid("by")
      .notNull()
      .references(() => people.id),
  },
  (file) => [
    unique("comment_files_once").on(file.commentId, file.fileId),
    index("comment_files_by_file").on(file.fileId),
  ],
);

export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (mention) => [
    primaryKey({ columns: [mention.commentId, mention.personId] }),
    index("comment_mentions_person").on(mention.personId),
  ],
);

export const followCause = pgEnum("follow_cause", FOLLOW_CAUSES);

/** Who follows what happens to a record or a proposal. Whoever stopped following is not made to follow again. */
export const follows = pgTable(
  "follows",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    cause: followCause("cause").notNull(),
    since: instant("since").notNull().default(sql`now()`),
    stoppedAt: instant("stopped_at"),
  },
  (follow) => [
    primaryKey({ columns: [follow.personId, follow.subjectKind, follow.subjectId] }),
    index("follows_by_subject").on(follow.subjectKind, follow.subjectId),
  ],
);

export const noticeCause = pgEnum("notice_cause", NOTICE_CAUSES);

/** One line of a person's inbox. */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    cause: noticeCause("cause").notNull(),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    commentId: uuid("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).references(() => revisions.seq),
    /** Of a page that is watched: the capture that differs from the one before. */
    captureId: uuid("capture_id").references(() => captures.id),
    /** The saved view that it came into, or changed in. */
    viewId: uuid("view_id").references(() => savedViews.id, { onDelete: "cascade" }),
    actorId: uuid("actor_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull().default(sql`now()`),
    readAt: instant("read_at"),
  },
  (notice) => [
    index("notices_by_person").on(notice.personId, notice.at, notice.id),
    index("notices_unread").on(notice.personId, notice.at).where(sql`${notice.readAt} is null`),
    index("notices_by_comment").on(notice.commentId),
    index("notices_of_view").on(notice.viewId, notice.personId).where(sql`${notice.viewId} is not null`),
  ],
);

import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  BROWSER_FAILURES,
  type BrowserSummary,
  CAPTURE_FAILURES,
  CAPTURE_STATES,
  type CapturedFile,
  type Certificate,
  WALLS,
} from "@/lib/records/capture";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

/** One time that somebody had a page of a record preserved: what was asked for, and what came of it. */
export const captures = pgTable(
  "captures",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    url: text("url").notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    askedAt: instant("asked_at").notNull().default(sql`now()`),
    state: text("state", { enum: [...CAPTURE_STATES] })
      .notNull()
      .default("pending"),
    /** How often it was tried. */
    attempts: integer("attempts").notNull().default(0),
    /** Why the last attempt came to nothing: of one that is pending too. */
    failure: text("failure", { enum: [...CAPTURE_FAILURES] }),
    /** What stood there in the page's place. */
    wall: text("wall", { enum: [...WALLS] }),
    finishedAt: instant("finished_at"),
    /** Where its redirects ended. */
    landed: text("landed"),
    status: integer("status"),
    /** The IP address that answered. */
    address: text("address"),
    redirects: integer("redirects"),
    /** Which programs did it, in which versions. */
    programs: jsonb("programs").$type<Readonly<Record<string, string>>>(),
    /** Of the server's exchange, its own first; null of plain HTTP, and of what was captured before they were read. */
    certificates: jsonb("certificates").$type<readonly Certificate[]>(),
    /** The earlier capture that a look found this one to differ from. */
    differsFrom: uuid("differs_from"),
    /** What the page calls itself; null of what is no page, and of what was captured before it was read. */
    pageTitle: text("page_title"),
    /** What became of opening it in a browser; null where none opened it. */
    browserState: text("browser_state", { enum: [...CAPTURE_STATES] }),
    browserAttempts: integer("browser_attempts").notNull().default(0),
    browserFailure: text("browser_failure", { enum: [...BROWSER_FAILURES] }),
    browserAt: instant("browser_at"),
    browser: jsonb("browser").$type<BrowserSummary>(),
    files: jsonb("files").$type<readonly CapturedFile[]>().notNull().default([]),
  },
  (capture) => [
    index("captures_by_subject").on(capture.subjectKind, capture.subjectId, capture.askedAt),
    // A second click asks for no second one.
    uniqueIndex("captures_once_pending")
      .on(capture.subjectKind, capture.subjectId, capture.url)
      .where(sql`"state" = 'pending'`),
    check("captures_state", sql`${capture.state} in (${listed(CAPTURE_STATES)})`),
    check("captures_failure", sql`${capture.failure} in (${listed(CAPTURE_FAILURES)})`),
    check("captures_wall", sql`${capture.wall} in (${listed(WALLS)})`),
    check("captures_browser_state", sql`${capture.browserState} in (${listed(CAPTURE_STATES)})`),
    check("captures_browser_failure", sql`${capture.browserFailure} in (${listed(BROWSER_FAILURES)})`),
    check(
      "captures_browser_whole",
      sql`(coalesce(${capture.browserState}, 'pending') = 'pending') = (${capture.browserAt} is null) and (${capture.browserState} is not distinct from 'complete') = (${capture.browser} is not null) and (${capture.browserState} is null or ${capture.state} = 'complete')`,
    ),
    check("captures_finished_whole", sql`(${capture.state} = 'pending') = (${capture.finishedAt} is null)`),
    check(
      "captures_answered_whole",
      sql`(${capture.state} = 'complete') = (${capture.status} is not null) and (${capture.state} <> 'failed' or ${capture.failure} is not null)`,
    ),
  ],
);

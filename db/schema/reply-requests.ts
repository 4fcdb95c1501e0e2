import { sql } from "drizzle-orm";
import { check, date, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { REPLY_CHANNELS, REPLY_ENTRY_KINDS } from "@/lib/records/reply-request";
import { claims } from "./claims";
import { editorial, editorialChecks, waitingIndexes } from "./columns";
import { instant } from "./instant";
import { organizations } from "./organizations";
import { people } from "./people";
import { responses } from "./responses";
import { stations } from "./stations";

export const replyChannel = pgEnum("reply_channel", REPLY_CHANNELS);

export const replyRequests = pgTable(
  "reply_requests",
  {
    ...editorial(),
    respondentId: uuid("respondent_id")
      .notNull()
      .references(() => organizations.id),
    /** What the request is about, as its letter says it. */
    subject: text("subject"),
    questions: text("questions").notNull(),
    channel: replyChannel("channel").notNull(),
    /** Null: the letter is written and not sent yet. */
    sentOn: date("sent_on", { mode: "string" }),
    dueOn: date("due_on", { mode: "string" }),
  },
  (request) => [
    index("reply_requests_by_due").on(request.dueOn, request.id),
    index("reply_requests_by_respondent").on(request.respondentId),
    index("reply_requests_by_state").on(request.state, request.dueOn, request.id),
    index("reply_requests_by_change").on(request.updatedAt, request.id),
    ...waitingIndexes("reply_requests", request),
    ...editorialChecks("reply_requests"),
    check("reply_requests_days", sql`${request.sentOn} is null or ${request.dueOn} >= ${request.sentOn}`),
    check("reply_requests_sent_has_due", sql`${request.sentOn} is null or ${request.dueOn} is not null`),
  ],
);

export const replyRequestStations = pgTable(
  "reply_request_stations",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => replyRequests.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
  },
  (link) => [
    primaryKey({ columns: [link.requestId, link.stationId] }),
    index("reply_request_stations_station").on(link.stationId),
  ],
);

export const replyRequestClaims = pgTable(
  "reply_request_claims",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => replyRequests.id),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claims.id),
  },
  (link) => [
    primaryKey({ columns: [link.requestId, link.claimId] }),
    index("reply_request_claims_claim").on(link.claimId),
  ],
);

export const replyEntryKind = pgEnum("reply_entry_kind", REPLY_ENTRY_KINDS);

/** What happened after a request was sent, as a person describes it. Append-only: triggers refuse UPDATE and DELETE. */
export const replyEntries = pgTable(
  "reply_entries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => replyRequests.id),
    kind: replyEntryKind("kind").notNull(),
    /** The day on which it happened. */
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    /** A reminder's new deadline, inclusive. */
    dueOn: date("due_on", { mode: "string" }),
    /** The answer itself, recorded as an official response. */
    responseId: uuid("response_id").references(() => responses.id),
    note: text("note"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull().default(sql`now()`),
  },
  (entry) => [
    index("reply_entries_by_request").on(entry.requestId, entry.happenedOn, entry.at),
    index("reply_entries_by_response").on(entry.responseId),
    check("reply_entries_answer", sql`(${entry.responseId} is null) or ${entry.kind} in ('answer', 'decline')`),
  ],
);

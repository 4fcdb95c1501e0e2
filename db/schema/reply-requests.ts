import { sql } from "drizzle-orm";
import { check, date, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { REPLY_CHANNELS } from "@/lib/reply-request";
import { claims } from "./claims";
import { editorial, editorialChecks } from "./columns";
import { organizations } from "./organizations";
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
    questions: text("questions").notNull(),
    channel: replyChannel("channel").notNull(),
    sentOn: date("sent_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    responseId: uuid("response_id").references(() => responses.id),
  },
  (request) => [
    index("reply_requests_by_due").on(request.dueOn, request.id),
    index("reply_requests_by_respondent").on(request.respondentId),
    index("reply_requests_by_response").on(request.responseId),
    index("reply_requests_by_state").on(request.state, request.dueOn, request.id),
    index("reply_requests_by_change").on(request.updatedAt, request.id),
    ...editorialChecks("reply_requests"),
    check("reply_requests_days", sql`${request.dueOn} >= ${request.sentOn}`),
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

import { sql } from "drizzle-orm";
import { char, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { EVENT_KINDS } from "@/lib/records/event";
import {
  countryCheck,
  editorial,
  editorialChecks,
  fuzzyDate,
  fuzzyDateCheck,
  searchDocument,
  waitingIndexes,
} from "./columns";
import { evidence } from "./evidence";

export const eventKind = pgEnum("event_kind", EVENT_KINDS);

export const events = pgTable(
  "events",
  {
    ...editorial(),
    title: text("title").notNull(),
    kind: eventKind("kind").notNull(),
    ...fuzzyDate("occurred", "occurred"),
    country: char("country", { length: 2 }),
    summary: text("summary"),
    search: searchDocument(sql`null`, sql`"title"`, sql`"summary"`, sql`"note"`),
  },
  (event) => [
    index("events_by_date").on(event.occurredSort, event.id),
    index("events_by_kind").on(event.kind, event.occurredSort, event.id),
    index("events_by_country").on(event.country, event.occurredSort, event.id),
    index("events_by_state").on(event.state, event.occurredSort, event.id),
    index("events_by_change").on(event.updatedAt, event.id),
    index("events_search").using("gin", event.search),
    ...waitingIndexes("events", event),
    ...editorialChecks("events"),
    fuzzyDateCheck("events", "occurred"),
    countryCheck("events"),
  ],
);

export const eventEvidence = pgTable(
  "event_evidence",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id),
    evidenceId: uuid("evidence_id")
      .notNull()
      .references(() => evidence.id),
  },
  (link) => [
    primaryKey({ columns: [link.eventId, link.evidenceId] }),
    index("event_evidence_evidence").on(link.evidenceId),
  ],
);

import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type EvidenceCursor, NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { eventParts, PartName } from "@/lib/filters/record-parts";
import { LISTED_STATES } from "@/lib/records/editorial";
import { EVENT_KINDS, type EventInput } from "@/lib/records/event";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { eventEvidence, events, evidence, organizations } from "../../schema";
import { EVIDENCE_SELECT } from "../evidence/evidence-line";
import { cachedForRole } from "../figures/result-cache";
import { choiceCondition } from "../filters/choice-condition";
import { datedInPeriod } from "../filters/filter-conditions";
import { fuzzyDateColumns } from "../fuzzy";
import { headColumn, readPageWithTotal } from "../reading/list-totals";
import { readerQuery } from "../reading/reader-query";
import { definePart, type PartsAsked, pagePart, readParts } from "../reading/record-parts";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { matchesText } from "../search/text-search";
import { internalNoteFor, visibleTo } from "../visibility";

export type EventFilter = {
  readonly q?: string;
  readonly kind?: FilterChoices;
  readonly country?: FilterChoices;
  readonly state?: FilterChoices;
  /** Days, inclusive: what happened, or may have, on one of them. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: "newest" | "oldest";
  readonly after?: EvidenceCursor | null;
  readonly limit?: number;
};

/** A word that the column can't hold matches nothing. */
const oneOf = (column: AnyPgColumn, words?: readonly string[]) => (values: string[]) =>
  or(
    inArray(
      column,
      values.filter((value) => value !== NOT_KNOWN_VALUE && (words === undefined || words.includes(value))),
    ),
    values.includes(NOT_KNOWN_VALUE) ? isNull(column) : undefined,
  );

export const eventConditions = (actor: Actor, { q, kind, country, state, from, to }: EventFilter) =>
  and(
    visibleTo(actor, events),
    q ? matchesText(events.search, q) : undefined,
    datedInPeriod({ edtf: events.occurredEdtf, to: events.occurredTo, sort: events.occurredSort }, { from, to }),
    choiceCondition(kind, oneOf(events.kind, EVENT_KINDS)),
    choiceCondition(country, oneOf(events.country)),
    // Only the desk may filter by state.
    may(actor, "read drafts") ? choiceCondition(state, oneOf(events.state, LISTED_STATES)) : undefined,
  );

const occurred = fuzzyDateColumns(events.occurredEdtf, events.occurredFrom, events.occurredTo);

export type EventItem = Awaited<ReturnType<typeof listEvents>>["items"][number];

/** A page of events with the exact number on all pages. Events of unknown date come last when sorted by newest. */
export async function listEvents(actor: Actor, { sort = "newest", after, limit = 25, ...narrowing }: EventFilter) {
  requirePermission(actor, "read published records");
  const [direction, afterCursor] = sort === "newest" ? [desc, sql`<`] : [asc, sql`>`];
  const where = eventConditions(actor, narrowing);
  const rest = after
    ? sql`(${events.occurredSort}, ${events.id}) ${afterCursor} (${after.at}::date, ${after.id}::uuid)`
    : undefined;
  const page = () =>
    db
      .select({
        id: events.id,
        slug: events.slug,
        state: events.state,
        title: events.title,
        kind: events.kind,
        country: events.country,
        summary: events.summary,
        occurred,
        at: sql<string>`${events.occurredSort}::text`,
        head: headColumn,
      })
      .from(events)
      .where(and(where, rest))
      .orderBy(direction(events.occurredSort), direction(events.id))
      .limit(limit + 1);
  const { rows, total } = await readPageWithTotal(actor.role, ["events", narrowing], {
    page,
    count: () => db.select({ total: count(), head: headColumn }).from(events).where(where),
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ at: _at, ...event }) => event),
    total,
    next: last ? ({ at: last.at, id: last.id } satisfies EvidenceCursor) : null,
  };
}

/** How many events have each kind, country and state, for the filters of the list. */
export async function countEvents(actor: Actor, { q, from, to }: Pick<EventFilter, "q" | "from" | "to">) {
  requirePermission(actor, "read published records");
  const where = eventConditions(actor, { q, from, to });
  const by = (column: AnyPgColumn) =>
    db
      .select({ value: sql<string>`coalesce(${column}::text, ${NOT_KNOWN_VALUE})`, count: count() })
      .from(events)
      .where(where)
      .groupBy(column)
      .orderBy(desc(count()), asc(column));
  return cachedForRole(actor, "event facets", { q, from, to }, async () => {
    const [kind, country, state] = await Promise.all([
      by(events.kind),
      by(events.country),
      may(actor, "read drafts") ? by(events.state) : [],
    ]);
    return { kind, country, state };
  });
}

export type EventRecord = Awaited<ReturnType<typeof findEvent>>;

const readEvent = readerQuery((actor) =>
  db
    .select({
      id: events.id,
      slug: events.slug,
      state: events.state,
      version: events.version,
      title: events.title,
      kind: events.kind,
      country: events.country,
      summary: events.summary,
      note: events.note,
      internalNote: internalNoteFor(actor, events),
      occurred,
    })
    .from(events)
    .where(and(eq(events.slug, sql.placeholder("slug")), visibleTo(actor, events))),
);

const sourcesOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: evidence.publishedSort, type: "date", descending: true },
      { column: evidence.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${eventEvidence} join ${evidence} on ${evidence.id} = ${eventEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${eventEvidence.eventId} = ${id}`,
  );
  return db
    .select({
      ...EVIDENCE_SELECT,
      publisher: { slug: organizations.slug, name: organizations.name, reliability: organizations.reliability },
      ...page.columns,
    })
    .from(eventEvidence)
    .innerJoin(evidence, and(eq(evidence.id, eventEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(and(eq(eventEvidence.eventId, id), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

/**
 * An event with the items that say that it happened, of many a page.
 * @throws Refusal not_found, also when it is not this person's to see
 */
export async function findEvent(actor: Actor, slug: string, asked: PartsAsked<PartName<typeof eventParts>> = {}) {
  requirePermission(actor, "read published records");
  const [event] = await readEvent(actor, { slug });
  if (!event) throw Refusal.notFound();
  const parts = await readParts(actor, event.id, { evidence: sourcesOf }, asked);
  return { ...event, evidence: parts.evidence.items, parts };
}

/** A new draft; its slug is made of its title. */
export async function recordEvent(actor: Actor, recorded: Recorded<EventInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "event", recorded.input.title, recorded);
}

/** @throws Refusal not_found, conflict with the stored version, or forbidden for what is published */
export async function reviseEvent(actor: Actor, revision: Revised<EventInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "event", revision);
}

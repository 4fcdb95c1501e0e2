import { type SQL, sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { encodeTimelineData, type TimelineData } from "@/lib/timeline/timeline-data";
import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import type { Period } from "@/lib/timeline/timeline-scale";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { allLaneRows, laneRows, type TimelineFilter, unionAll } from "./timeline-lanes";
import { cachedForView } from "./timeline-spans";
import { countedLane, countedRows, countMonths, monthSince } from "./timeline-sums";

export type { TimelineFilter } from "./timeline-lanes";

export type TimelineItem = {
  readonly lane: Lane;
  readonly id: string;
  readonly slug: string;
  /** A kind of its lane: "denial", or a report's status. */
  readonly kind: string;
  readonly title: string;
  /** BCP 47, of an item's title; null: the desk's own words. */
  readonly language: string | null;
  /** The station that a status report is about. */
  readonly on: string | null;
  readonly date: FuzzyDate | null;
  /** The time that a claim speaks of. */
  readonly period: FuzzyDate | null;
};

/** Where a page ends: the last item's sorting day, lane and id. */
type TimelineCursor = { readonly sort: string; readonly lane: Lane; readonly id: string };

const date = sql`case when item.edtf is not null then json_build_object('edtf', item.edtf, 'from', item.day_from, 'to', item.day_to) end`;
const period = sql`case when item.period_edtf is not null then json_build_object('edtf', item.period_edtf, 'from', item.period_from, 'to', item.period_to) end`;
const total = sql<number>`count(*)::int`;

/** The timeline data holds no more entries than these. */
const MOST_ENTRIES = 20_000;

/** Every dated record that the filter leaves, in the order of their days and in few bytes; `total` counts them exactly. */
export async function readTimelineData(
  actor: Actor,
  filter: TimelineFilter,
  limit = MOST_ENTRIES,
): Promise<TimelineData> {
  const { sheet: timelineData } = await cachedForView(actor, `sheet ${limit}`, filter, async (reader) => ({
    sheet: await writeAll(reader, filter, limit),
  }));
  return timelineData;
}

async function writeAll(reader: Actor, filter: TimelineFilter, limit: number): Promise<TimelineData> {
  const parts = LANES.map(
    (lane) =>
      sql`(select * from (${laneRows(reader, lane, filter, true)}) as item order by item.sort limit ${limit})`,
  );
  const [rows, counted] = await Promise.all([
    db
      .select({ ...columns, countries: sql<string[]>`to_json(item.countries)` })
      .from(unionAll(parts))
      .orderBy(sql`item.sort, item.lane, item.id`)
      .limit(limit),
    countDated(reader, filter),
  ]);
  const entries = rows.flatMap(({ date: on, ...row }) => (on ? { ...row, date: on } : []));
  return encodeTimelineData(entries, counted);
}

const countDated = (reader: Actor, filter: TimelineFilter) => countRecords(countedRows(reader, filter));

async function countRecords(rows: SQL): Promise<number> {
  const [counted] = await db.select({ total: sql<number>`coalesce(sum(item.records), 0)::int` }).from(rows);
  return counted?.total ?? 0;
}

/**
 * The first and the last day on which anything of the view begins: what playing goes through; null: nothing is dated. Answered
 * once for each revision: before the first dated record an index has all undated ones.
 */
export async function readTimelineBounds(actor: Actor, filter: TimelineFilter): Promise<Period | null> {
  const { bounds } = await cachedForView(actor, "bounds", filter, async (reader) => ({
    bounds: await findBounds(reader, filter),
  }));
  return bounds;
}

async function findBounds(reader: Actor, filter: TimelineFilter): Promise<Period | null> {
  const end = (order: "asc" | "desc") => {
    // Each lane's from the end of its index.
    const lanes = LANES.map(
      (lane) =>
        sql`(select item.sort from (${laneRows(reader, lane, filter, true)}) as item order by item.sort ${sql.raw(order)} limit 1)`,
    );
    return db
      .select({ day: sql<string>`item.sort::text` })
      .from(unionAll(lanes))
      .orderBy(sql`item.sort ${sql.raw(order)}`)
      .limit(1);
  };
  const [[first], [last]] = await Promise.all([end("asc"), end("desc")]);
  return first && last ? { from: first.day, to: last.day } : null;
}

const columns = {
  lane: sql<Lane>`item.lane`,
  id: sql<string>`item.id`,
  slug: sql<string>`item.slug`,
  kind: sql<string>`item.kind`,
  title: sql<string>`item.title`,
  language: sql<string | null>`item.language`,
  on: sql<string | null>`item.on_slug`,
  date: sql<FuzzyDate | null>`${date}`,
  period: sql<FuzzyDate | null>`${period}`,
  sort: sql<string>`item.sort::text`,
};

/** The dated records in the order of their days, with the exact number of all that the filter leaves; with a limit of 0 that alone. */
export async function listTimeline(
  actor: Actor,
  filter: TimelineFilter,
  { after, limit = 50 }: { after?: TimelineCursor | null; limit?: number } = {},
): Promise<{ items: TimelineItem[]; total: number; next: TimelineCursor | null }> {
  requirePermission(actor, "read published records");
  const afterCursor = after
    ? sql`(item.sort, item.lane, item.id) > (${after.sort}::date, ${after.lane}::text, ${after.id}::uuid)`
    : sql`true`;
  // Each lane brings no more than a page, in the order of its index.
  const parts = LANES.flatMap((lane) =>
    (filter.from ? (["before", "since"] as const) : [null]).map(
      (began) =>
        sql`(select * from (${laneRows(actor, lane, filter, true, began)}) as item where ${afterCursor} order by item.sort, item.lane, item.id limit ${limit + 1})`,
    ),
  );
  const page = () =>
    db
      .select(columns)
      .from(unionAll(parts))
      .orderBy(sql`item.sort, item.lane, item.id`)
      .limit(limit + 1);
  const [rows, counted] = await Promise.all([
    limit > 0 ? page() : [],
    cachedForView(actor, "total", filter, async (reader) => ({
      total: await countDated(reader, filter),
    })),
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ sort: _sort, ...item }) => item),
    total: counted.total,
    next: last ? { sort: last.sort, lane: last.lane, id: last.id } : null,
  };
}

/** The last dated records, the latest first, with the exact number of all. */
export async function listLatest(actor: Actor, filter: TimelineFilter, limit: number) {
  requirePermission(actor, "read published records");
  const { items, total } = await cachedForView(actor, `latest ${limit}`, filter, (reader) =>
    latestOf(reader, filter, limit),
  );
  return { items, total };
}

async function latestOf(reader: Actor, filter: TimelineFilter, limit: number) {
  const months = await countMonths(reader, filter);
  const since = months && monthSince(months, limit);
  // Each lane brings no more than are shown; of evidence those since the month from which on there are enough.
  const parts = LANES.map((lane) => {
    const rows =
      lane === "evidence" && since
        ? laneRows(reader, lane, { ...filter, from: since }, true, "since")
        : laneRows(reader, lane, filter, true);
    return sql`(select * from (${rows}) as item order by item.sort desc, item.lane, item.id limit ${limit})`;
  });
  const [rows, counted] = await Promise.all([
    db.select(columns).from(unionAll(parts)).orderBy(sql`item.sort desc, item.lane, item.id`).limit(limit),
    months
      ? countRecords(
          unionAll(LANES.filter((lane) => lane !== "evidence").map((lane) => countedLane(reader, lane, filter))),
        )
      : countDated(reader, filter),
  ]);
  const items = months?.reduce((sum, month) => sum + month.items, 0) ?? 0;
  return { items: rows.map(({ sort: _sort, ...item }): TimelineItem => item), total: counted + items };
}

/** Records whose date nobody knows; a period never holds them. */
export async function listUndated(actor: Actor, filter: TimelineFilter, limit = 50) {
  const anyTime = { ...filter, from: undefined, to: undefined };
  const { items, total } = await cachedForView(actor, `undated ${limit}`, anyTime, (reader) =>
    undatedOf(reader, anyTime, limit),
  );
  return { items, total };
}

async function undatedOf(reader: Actor, filter: TimelineFilter, limit: number) {
  const [rows, [counted]] = await Promise.all([
    db
      .select(columns)
      .from(allLaneRows(reader, filter, false))
      .orderBy(sql`item.lane, item.slug`)
      .limit(limit),
    db.select({ total }).from(allLaneRows(reader, filter, false)),
  ]);
  return { items: rows.map(({ sort: _sort, ...item }): TimelineItem => item), total: counted?.total ?? 0 };
}

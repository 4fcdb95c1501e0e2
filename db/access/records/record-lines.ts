import { and, eq, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import {
  claims,
  coverage,
  events,
  evidence,
  organizations,
  people,
  replyRequestStations,
  replyRequests,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

/** One line about a record of any kind. */
export type RecordLine = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly slug: string;
  readonly state: RecordState;
  readonly version: number;
  /** ISO instant of the last change to its content. */
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** What it is called; coverage has its country's code, a status report the name of its station. */
  readonly title: string;
  /** BCP 47, of an item's title; null: the desk's own words. */
  readonly language: string | null;
  /** A status report's status. */
  readonly detail: string | null;
  /** The record on whose page it stands when it has none of its own: a station's slug. */
  readonly on: string | null;
};

type Shown = { title: SQL; language?: SQL; detail?: SQL; on?: SQL };

const shownOf = (actor: Actor): Record<RecordKind, Shown> => {
  const station = (column: SQL, id: SQL) =>
    sql`(select ${column} from ${stations} where ${stations.id} = ${id} and ${visibleTo(actor, stations)})`;
  return {
    organization: { title: sql`${organizations.name}` },
    station: { title: sql`${stations.name}` },
    evidence: { title: sql`${evidence.title}`, language: sql`${evidence.language}` },
    claim: { title: sql`${claims.proposition}` },
    response: { title: sql`${responses.summary}` },
    event: { title: sql`${events.title}` },
    coverage: { title: sql`${coverage.country}` },
    status_report: {
      title: station(sql`${stations.name}`, sql`${statusReports.stationId}`),
      detail: sql`${statusReports.status}`,
      on: station(sql`${stations.slug}`, sql`${statusReports.stationId}`),
    },
    reply_request: {
      title: sql`(select ${organizations.name} from ${organizations} where ${organizations.id} = ${replyRequests.respondentId} and ${visibleTo(actor, organizations)})`,
      on: sql`(select min(${stations.slug}) from ${replyRequestStations} join ${stations} on ${stations.id} = ${replyRequestStations.stationId} and ${visibleTo(actor, stations)} where ${replyRequestStations.requestId} = ${replyRequests.id})`,
    },
  };
};

type Part = { readonly kind: RecordKind; readonly where?: SQL };

/** Lines of several kinds in one query, the longest unchanged first; each part may bring its condition . */
export async function listRecordLines(
  actor: Actor,
  parts: readonly Part[],
  limit: number,
  scope: typeof visibleTo = visibleTo,
): Promise<RecordLine[]> {
  const shown = shownOf(actor);
  const branches = parts.map(({ kind, where }) => {
    const table = editorialTableOf(kind);
    const { title, language, detail, on } = shown[kind];
    return db
      .select({
        kind: sql<RecordKind>`${kind}::text`.as("kind"),
        id: sql<string>`${table.id}`.as("id"),
        slug: sql<string>`${table.slug}`.as("slug"),
        state: sql<RecordState>`${table.state}`.as("state"),
        version: sql<number>`${table.version}`.as("version"),
        updatedAt: sql<string>`${table.updatedAt}`.as("updated_at"),
        updatedBy: sql<string>`${people.name}`.as("updated_by"),
        title: sql<string>`coalesce(${title}, '')::text`.as("title"),
        language: sql<string | null>`${language ?? sql`null`}::text`.as("language"),
        detail: sql<string | null>`${detail ?? sql`null`}::text`.as("detail"),
        on: sql<string | null>`${on ?? sql`null`}::text`.as("on_slug"),
      })
      .from(table)
      .innerJoin(people, eq(people.id, table.updatedBy))
      .where(and(scope(actor, table), where))
      .orderBy(table.updatedAt, table.id)
      .limit(limit);
  });
  const [first, second, ...rest] = branches;
  if (!first) return [];
  if (!second) return first;
  return unionAll(first, second, ...rest)
    .orderBy(sql`updated_at`, sql`id`)
    .limit(limit);
}

import { count, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { byMonth } from "@/lib/months";
import { demand, may } from "@/lib/policy";
import { rangeOf } from "@/lib/tally";
import { db } from "../client";
import { claims, evidence, organizations, responses, stations } from "../schema";
import { listChanges } from "./changes";
import { listCounts } from "./counts";
import { publishedOf } from "./published";
import { countGateReasons, countQueue } from "./queue";
import { visibleTo } from "./scope";
import { statusColumn } from "./stations";

export type Summary = Awaited<ReturnType<typeof readSummary>>;

/** Months of evidence shown at most. */
const MONTHS = 60;

/**
 * What the investigation knows as far as this person may see it: the numbers of the overview and of `/api/v1/summary`.
 * Claimed figures stand beside the documented one and are never added up; `waiting` is null for who may not read drafts.
 */
export async function readSummary(actor: Actor) {
  demand(actor, "read published records");
  const readsDrafts = may(actor, "read drafts");
  const [counts, byStatus, byKind, byCountry, dates, changes, waiting, reasons] = await Promise.all([
    listCounts(actor, eq(claims.scope, "global")),
    stationsByStatus(actor),
    responsesByKind(actor),
    responsesByCountry(actor),
    evidenceByDate(actor),
    listChanges(actor),
    readsDrafts ? countQueue(actor) : null,
    readsDrafts ? countGateReasons(actor) : null,
  ]);
  const published = byStatus.reduce((sum, row) => sum + row.published, 0);
  return {
    /** "all": everything that the desk may see; "published": what was approved. */
    sees: readsDrafts ? ("all" as const) : ("published" as const),
    claimed: rangeOf(counts, published),
    stations: {
      total: byStatus.reduce((sum, row) => sum + row.count, 0),
      /** What the dossier documents: stations that were published. */
      published,
      countries: new Set(byStatus.map(({ country }) => country)).size,
      byStatus,
    },
    responses: { total: byKind.reduce((sum, row) => sum + row.count, 0), byKind, byCountry },
    evidence: { total: dates.reduce((sum, row) => sum + row.count, 0), ...byMonth(dates, MONTHS) },
    changes,
    waiting: waiting && reasons ? { counts: waiting, reasons } : null,
  };
}

function stationsByStatus(actor: Actor) {
  const status = statusColumn(actor);
  return db
    .select({ country: stations.country, status, count: count(), published: publishedOf(stations.state) })
    .from(stations)
    .where(visibleTo(actor, stations))
    .groupBy(stations.country, status)
    .orderBy(stations.country, status);
}

function responsesByKind(actor: Actor) {
  return db
    .select({ kind: responses.kind, count: count() })
    .from(responses)
    .where(visibleTo(actor, responses))
    .groupBy(responses.kind)
    .orderBy(sql`count(*) desc`, responses.kind);
}

/** By the country of the authority that answered; null: of no country (an EU body, say). */
function responsesByCountry(actor: Actor) {
  return db
    .select({ country: organizations.country, kind: responses.kind, count: count() })
    .from(responses)
    .innerJoin(
      organizations,
      sql`${organizations.id} = ${responses.authorityId} and ${visibleTo(actor, organizations)}`,
    )
    .where(visibleTo(actor, responses))
    .groupBy(organizations.country, responses.kind)
    .orderBy(organizations.country, responses.kind);
}

function evidenceByDate(actor: Actor) {
  return db
    .select({ from: evidence.publishedFrom, to: evidence.publishedTo, count: count() })
    .from(evidence)
    .where(visibleTo(actor, evidence))
    .groupBy(evidence.publishedFrom, evidence.publishedTo);
}

import { count, sql } from "drizzle-orm";
import { groupsOf } from "@/lib/figures/government-figure";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Assessment } from "@/lib/records/claim";
import { STATION_STATUSES, type StationStatus } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims } from "../../schema";
import { claimsInFilter } from "../filters/filter-conditions";
import { figureRange, listGlobalMarks, listMarksByCountry } from "./claim-figures";
import { countEvidenceOfView } from "./evidence-figures";
import { countReplyFigures } from "./reply-figures";
import { countResponseKinds } from "./response-figures";
import { cachedAtRevision } from "./result-cache";
import { countStatuses } from "./station-figures";

export type KeyFigureCounts = Awaited<ReturnType<typeof readKeyFigures>>;

/**
 * The numbers of a view. Stations and the figures claimed are as of the period's end; claims, answers and evidence those
 * of the period. `claimed` is of the world, or of the one country that the view is of; null for several countries or a
 * box, whose figures nobody gave and nobody may add up.
 */
export function readKeyFigures(actor: Actor, filter: DashboardFilter) {
  return cachedAtRevision(actor, "key-figures", filter, async (reader) => {
    const [statuses, claimed, assessed, kinds, replies, evidence] = await Promise.all([
      countStatuses(reader, filter),
      listMarksOfView(reader, filter),
      countAssessments(reader, filter),
      countResponseKinds(reader, filter),
      countReplyFigures(reader, filter),
      countEvidenceOfView(reader, filter),
    ]);
    const stations = stationsIn(statuses);
    return {
      stations,
      claimed: claimed && { of: claimed.of, ...figureRange(claimed.marks, stations.published) },
      claims: { total: sum(assessed.map((row) => row.count)), byAssessment: assessed },
      responses: { total: sum(kinds.map((row) => row.count)), byKind: kinds, ...groupsOf(kinds) },
      replies: { ...replies, rate: { answered: replies.answered, asked: replies.asked } },
      evidence: { total: evidence },
    };
  });
}

type Statuses = Awaited<ReturnType<typeof countStatuses>>;

function stationsIn(rows: Statuses) {
  const byStatus = STATION_STATUSES.flatMap((status: StationStatus) => {
    const own = rows.filter((row) => row.status === status);
    const line = { status, count: sum(own.map((row) => row.count)), published: sum(own.map((row) => row.published)) };
    return line.count === 0 ? [] : [line];
  });
  return {
    total: sum(rows.map((row) => row.count)),
    /** What the dossier documents. */
    published: sum(rows.map((row) => row.published)),
    countries: new Set(rows.map(({ country }) => country)).size,
    byStatus,
  };
}

/** Whose number of stations the view is about, and the claims of it. */
export async function listMarksOfView(reader: Actor, filter: DashboardFilter) {
  const { any, without } = filter.country;
  if (filter.box) return null;
  const [only, ...more] = any;
  if (only === undefined) {
    return without.length > 0 ? null : { of: "world", marks: await listGlobalMarks(reader, filter) };
  }
  if (more.length > 0) return null;
  return { of: only, marks: (await listMarksByCountry(reader, filter)).get(only) ?? [] };
}

function countAssessments(
  reader: Actor,
  filter: DashboardFilter,
): Promise<{ assessment: Assessment; count: number }[]> {
  return db
    .select({ assessment: claims.assessment, count: count() })
    .from(claims)
    .where(claimsInFilter(reader, filter, "during"))
    .groupBy(claims.assessment)
    .orderBy(sql`count(*) desc`, claims.assessment);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

import { desc, sql } from "drizzle-orm";
import journal from "@/drizzle/meta/_journal.json";
import { db, isReachable } from "./client";
import { historyChecks } from "./schema";

type Readiness = {
  readonly database: "reachable" | "away";
  readonly migrations: "applied" | "missing" | "unknown";
  /** What the last check of the history found, however long ago. */
  readonly history: "whole" | "broken" | "never checked" | "unknown";
};

/** What a site has to have before it can answer. It never fails. */
export async function readReadiness(): Promise<Readiness> {
  try {
    if (!(await isReachable())) return { database: "away", migrations: "unknown", history: "unknown" };
    const [[newest], [check]] = await Promise.all([
      db.execute<{ at: string }>(sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`),
      db.select({ problem: historyChecks.problem }).from(historyChecks).orderBy(desc(historyChecks.at)).limit(1),
    ]);
    const due = Math.max(...journal.entries.map(({ when }) => when));
    return {
      database: "reachable",
      migrations: Number(newest?.at ?? 0) >= due ? "applied" : "missing",
      history: check ? (check.problem ? "broken" : "whole") : "never checked",
    };
  } catch {
    return { database: "reachable", migrations: "unknown", history: "unknown" };
  }
}

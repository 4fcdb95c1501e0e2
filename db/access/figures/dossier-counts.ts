import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, events, evidence, organizations, responses, stations } from "../../schema";
import { visibleTo } from "../visibility";
import { cachedForRole } from "./result-cache";

/** Of each kind so many are counted: what stands beside a word of the menu need not be exact beyond. */
const MOST = 10_000;
const TABLES = { stations, claims, evidence, responses, events, organizations } as const;

export type DossierCounts = Readonly<
  Record<keyof typeof TABLES, { readonly count: number; readonly isLeast: boolean }>
>;

/** How much of each kind this reader finds on file: counted once for each state of the dossier. */
export async function readDossierCounts(actor: Actor): Promise<DossierCounts> {
  requirePermission(actor, "read published records");
  return cachedForRole(actor, "dossier counts", {}, async () => {
    const counted = Object.entries(TABLES).map(
      ([name, table]) =>
        sql`(select count(*)::int from (select 1 from ${table} where ${visibleTo(actor, table)} limit ${MOST + 1}) as found) as ${sql.identifier(name)}`,
    );
    const [row] = await db.execute<Record<keyof typeof TABLES, number>>(sql`select ${sql.join(counted, sql`, `)}`);
    const entries = Object.keys(TABLES).map((name) => {
      const count = row?.[name as keyof typeof TABLES] ?? 0;
      return [name, { count: Math.min(count, MOST), isLeast: count > MOST }];
    });
    return Object.fromEntries(entries) as DossierCounts;
  });
}

import { join } from "node:path";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { loadDossier } from "@/db/dossier/load";
import { evidence } from "@/db/schema";
import { ROOT } from "./children";

/** Loads the investigation that comes with Wederhoor into a database that holds no record yet. */
export async function loadFirstDossier(people: { author: string; approver: string }): Promise<string> {
  const [found] = await db.select({ id: evidence.id }).from(evidence).limit(1);
  if (found) return "already there";
  await loadDossier({ folder: join(ROOT, "db/dossier/data"), ...people });
  const [loaded] = await db.select({ count: sql<number>`count(*)::int` }).from(evidence);
  return `${loaded?.count ?? 0} sources and what they are about`;
}

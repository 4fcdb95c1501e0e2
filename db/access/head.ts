import { desc } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { demand } from "@/lib/policy";
import { db } from "../client";
import { revisions } from "../schema";

/** The latest revision: its place in the chain, its hash and its ISO instant. What it says is told to nobody. */
export type Head = { readonly seq: number; readonly hash: string; readonly at: string };

/** What the history had come to when something was read; null before the first write. */
export async function latestRevision(): Promise<Head | null> {
  const [head] = await db
    .select({ seq: revisions.seq, hash: revisions.hash, at: revisions.at })
    .from(revisions)
    .orderBy(desc(revisions.seq))
    .limit(1);
  return head ?? null;
}

/** For the provenance of a figure: the state of the dossier that it was counted in. */
export async function readHead(actor: Actor): Promise<Head | null> {
  demand(actor, "read published records");
  return latestRevision();
}

import { desc, isNull } from "drizzle-orm";
import { readCheckpoint } from "@/lib/history/checkpoint";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import {
  openCheckpoints,
  ownLogFolder,
  readLastNote,
  readLastSigning,
  readVerifiers,
} from "../../checkpoints/log-folder";
import { db } from "../../client";
import { historyChecks, revisions } from "../../schema";

/** The newest checkpoint as it was signed. @throws Refusal forbidden, or not_found while there is none */
export async function findNewestCheckpoint(actor: Actor): Promise<string> {
  requirePermission(actor, "read the history");
  const folder = ownLogFolder();
  const note = folder && (await readLastNote(folder));
  if (!note) throw Refusal.notFound();
  return note;
}

/** The keys by which checkpoints are verified, as text, the oldest first. @throws Refusal forbidden */
export async function listLogKeys(actor: Actor): Promise<string[]> {
  requirePermission(actor, "read the history");
  const folder = ownLogFolder();
  return folder ? (await readVerifiers(folder)).map(({ text }) => text) : [];
}

/** Every checkpoint that was signed, one after the other. @throws Refusal forbidden, or not_found while there is none */
export async function openLogFile(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  requirePermission(actor, "read the history");
  const folder = ownLogFolder();
  const file = folder && (await openCheckpoints(folder));
  if (!file) throw Refusal.notFound();
  return file;
}

export type LogStatus = {
  /** The newest checkpoint: up to which revision, of how many by now, signed when. Null while there is none. */
  readonly newest: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly at: string;
  } | null;
  readonly written: number;
  /** By which checkpoints are verified, the oldest first. */
  readonly keys: readonly string[];
  /** What the last check found; null while there was none. */
  readonly check: { readonly at: string; readonly headSeq: number; readonly isWhole: boolean } | null;
};

/** How the log stands. @throws Refusal forbidden */
export async function readLogStatus(actor: Actor): Promise<LogStatus> {
  const keys = await listLogKeys(actor);
  const folder = ownLogFolder();
  const [note, at, [head], [check]] = await Promise.all([
    folder ? readLastNote(folder) : undefined,
    folder ? readLastSigning(folder) : null,
    db.select({ seq: revisions.seq }).from(revisions).orderBy(desc(revisions.seq)).limit(1),
    db
      .select({ at: historyChecks.at, headSeq: historyChecks.headSeq, isWhole: isNull(historyChecks.problem) })
      .from(historyChecks)
      .orderBy(desc(historyChecks.at))
      .limit(1),
  ]);
  const read = note ? readCheckpoint(note) : null;
  const newest = read && at ? { ...read, root: read.root.toString("base64"), at: at.toISOString() } : null;
  return {
    newest,
    written: head?.seq ?? 0,
    keys,
    check: check ? { ...check, isWhole: check.isWhole === true } : null,
  };
}

/** The last revision that a signed checkpoint speaks of; 0 while there is none. */
export async function readSealedSeq(): Promise<number> {
  const folder = ownLogFolder();
  const note = folder && (await readLastNote(folder));
  return (note && readCheckpoint(note)?.size) || 0;
}

import { readCheckpoint } from "@/lib/history/checkpoint";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { ownLogFolder, readLastNote, readVerifiers } from "../../checkpoints/log-folder";

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

/** The last revision that a signed checkpoint speaks of; 0 while there is none. */
export async function readSealedSeq(): Promise<number> {
  const folder = ownLogFolder();
  const note = folder && (await readLastNote(folder));
  return (note && readCheckpoint(note)?.size) || 0;
}

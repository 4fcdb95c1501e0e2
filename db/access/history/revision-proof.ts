import { eq } from "drizzle-orm";
import { readCheckpoint } from "@/lib/history/checkpoint";
import { GrowingTree, inclusionPath, rootOfInclusion, treeRoot } from "@/lib/history/merkle-tree";
import { hashedText } from "@/lib/history/revision";
import { logLeaf, writeProof } from "@/lib/history/revision-proof";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { chainHashes } from "../../checkpoints/chain-hashes";
import { ownLogFolder, readLastNote } from "../../checkpoints/log-folder";
import { db } from "../../client";
import { revisions } from "../../schema";
import { findRevision } from "./revision-file";

/** Leaves under one hash that is kept: of a million revisions four thousand hashes stay in memory. */
const TILE = 256;

/**
 * What proves to a stranger that a revision stood at its place when the newest checkpoint was signed, as a file.
 * @throws Refusal forbidden or not_found as `findRevision`; conflict while no checkpoint speaks of it, or when the chain is
 * not the one that was signed
 */
export async function proveRevision(actor: Actor, digits: string): Promise<{ name: string; text: string }> {
  const { seq, hash } = await findRevision(actor, digits);
  const folder = ownLogFolder();
  const note = folder && (await readLastNote(folder));
  const checkpoint = note ? readCheckpoint(note) : null;
  if (!note || !checkpoint || checkpoint.size < seq) throw Refusal.notSealed();
  const path = await pathUnder(checkpoint, seq - 1, logLeaf(hash));
  const [row] = await db.select().from(revisions).where(eq(revisions.seq, seq));
  if (!path || !row) throw Refusal.notAsSigned();
  const hashed = row.erasedBySeq ? row.hash : hashedText(row);
  return {
    name: `${hash.slice("sha256:".length, 19)}.tlog-proof`,
    text: writeProof({ hashed, index: seq - 1, path, checkpoint: note }),
  };
}

/** Undefined: the chain is not the one under the checkpoint. What is kept may be of a chain that was there before. */
async function pathUnder({ size, root }: { size: number; root: Buffer }, index: number, leaf: Buffer) {
  for (const isLastTry of [false, true]) {
    const path = await inclusionPath(index, size, subtree);
    if (rootOfInclusion(index, size, leaf, path)?.equals(root)) return path;
    if (!isLastTry) tiles.length = 0;
  }
  return undefined;
}

const tiles: Buffer[] = [];
let growing: Promise<void> = Promise.resolve();

/** The root over a part of the chain, which begins where the tree is split. */
async function subtree(start: number, end: number): Promise<Buffer> {
  const [first, last] = [start / TILE, Math.floor(end / TILE)];
  if (end - start <= TILE) return treeRoot(await leavesOf(start, end));
  growing = growing.catch(() => undefined).then(() => growTiles(last));
  await growing;
  const rest = await leavesOf(last * TILE, end);
  return treeRoot([...tiles.slice(first, last), ...(rest.length > 0 ? [treeRoot(rest)] : [])]);
}

async function leavesOf(start: number, end: number): Promise<Buffer[]> {
  const leaves: Buffer[] = [];
  for await (const rows of chainHashes(start, end)) leaves.push(...rows.map(({ hash }) => logLeaf(hash)));
  return leaves;
}

async function growTiles(count: number): Promise<void> {
  let tile = new GrowingTree();
  for await (const rows of chainHashes(tiles.length * TILE, count * TILE)) {
    for (const { hash } of rows) {
      tile.add(logLeaf(hash));
      if (tile.size < TILE) continue;
      tiles.push(tile.root());
      tile = new GrowingTree();
    }
  }
}

import { openNote, type Signer, signNote, type Verifier } from "./signed-note";

/** How far the log of revisions went, and the root of the tree over their hashes then: c2sp.org/tlog-checkpoint. */
export type Checkpoint = {
  /** Which log it is of: the name of its key. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
};

const BODY = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/;

/** @param signers the log's own first; the key that it gives up beside it, when the key changes */
export const signCheckpoint = ({ origin, size, root }: Checkpoint, signers: readonly Signer[]): string =>
  signNote(`${origin}\n${size}\n${root.toString("base64")}\n`, signers);

/** What the note says, whoever signed it; null when it says no checkpoint. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [, origin, size, root] = BODY.exec(note.slice(0, note.lastIndexOf("\n\n") + 1)) ?? [];
  return origin && size && root ? { origin, size: Number(size), root: Buffer.from(root, "base64") } : null;
}

/** What the note says and one of these signed; null when none of them did. */
export function openCheckpoint(note: string, verifiers: readonly Verifier[]): Checkpoint | null {
  return openNote(note, verifiers) && readCheckpoint(note);
}

/** The notes of a file in which one stands after the other. The last is whatever the file ends with. */
export function splitNotes(file: string): string[] {
  return file.split(/(?<=^— [^\n]*\n)(?!— )/mu).filter((note) => note !== "");
}

import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, mkdir, open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Checkpoint, openCheckpoint, readCheckpoint, splitNotes } from "@/lib/history/checkpoint";
import type { CheckpointProblem } from "@/lib/history/checkpoint-walk";
import { makeSigner, parseSigner, parseVerifier, type Signer, type Verifier } from "@/lib/history/signed-note";
import { writeFileWhole } from "../make-whole";
import { ReadableError } from "../readable-error";

/**
 * The log's files, in a folder beside the database's data, where no role of the database writes: `key`, the secret that
 * signs (mode 0600; not there when the environment gives it), `keys`, whoever may have signed, and `checkpoints`, one
 * signed note after the other. The last two only grow.
 */
const [KEY, KEYS, CHECKPOINTS] = ["key", "keys", "checkpoints"];
/** More than the longest checkpoint with all its signatures, several times over. */
const TAIL = 65_536;

export const logFolder = (dataDir: string) => join(dataDir, "history-log");

/** The log of this installation; undefined where nobody said where its data is kept. */
export const ownLogFolder = (): string | undefined =>
  process.env.DATA_DIR ? logFolder(process.env.DATA_DIR) : undefined;

const readText = (folder: string, name: string) =>
  readFile(join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });

export async function readVerifiers(folder: string): Promise<Verifier[]> {
  const lines = (await readText(folder, KEYS)).split("\n").filter((line) => line !== "");
  return lines.flatMap((line) => parseVerifier(line) ?? []);
}

type KeptLog = {
  readonly checkpoints: readonly Checkpoint[];
  /** What of the file itself is wrong. */
  readonly problem: CheckpointProblem | null;
};

/** Everything that was signed, in the order of the file. Each signature is checked. */
export async function readLog(folder: string): Promise<KeptLog> {
  const verifiers = await readVerifiers(folder);
  const checkpoints: Checkpoint[] = [];
  let problem: CheckpointProblem | null = null;
  for (const note of splitNotes(await readText(folder, CHECKPOINTS))) {
    const checkpoint = openCheckpoint(note, verifiers);
    if (checkpoint) checkpoints.push(checkpoint);
    else problem ??= { problem: "checkpoint_signature", seq: readCheckpoint(note)?.size ?? 0, agreed: 0 };
  }
  const isGone = verifiers.length > 0 && checkpoints.length === 0;
  return { checkpoints, problem: problem ?? (isGone ? { problem: "checkpoints_gone", seq: 0, agreed: 0 } : null) };
}

/** The newest checkpoint, as it was signed; undefined when there is none. */
export async function readLastNote(folder: string): Promise<string | undefined> {
  const file = await open(join(folder, CHECKPOINTS)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
    return splitNotes(buffer.toString("utf8", 0, bytesRead)).at(-1);
  } finally {
    await file.close();
  }
}

/** Everything that was signed, as it stands in the file; null while nothing is. */
export async function openCheckpoints(folder: string): Promise<ReadableStream<Uint8Array> | null> {
  const file = join(folder, CHECKPOINTS);
  if (!(await stat(file).catch(() => null))) return null;
  return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
}

/** When the newest was signed: nothing else is written into the file. */
export const readLastSigning = (folder: string): Promise<Date | null> =>
  stat(join(folder, CHECKPOINTS)).then(
    ({ mtime }) => mtime,
    () => null,
  );

type KeySource = {
  /** The secret from the environment. */
  readonly given?: string;
  /** What the log of a new key is called: the host that the site is known by. */
  readonly host: string;
};

/** Who signs now; made at the first time, under a name that no other log has. */
export async function openSigner(folder: string, { given, host }: KeySource): Promise<Signer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!given)
    await writeFileWhole(
      join(folder, KEY),
      `${newSigner(`${host}/history/${randomBytes(4).toString("hex")}`).text}\n`,
    );
  const signer = parseSigner(given ?? (await readFile(join(folder, KEY), "utf8")));
  if (!signer)
    throw new ReadableError(given ? "CHECKPOINT_KEY is no signing key." : `${folder}/${KEY} is no signing key.`);
  const isKnown = (await readVerifiers(folder)).some(({ text }) => text === signer.verifier.text);
  if (!isKnown) await addVerifier(folder, signer.verifier);
  return signer;
}

export const newSigner = (name: string): Signer => makeSigner(name, randomBytes(32));

/** Puts another secret in the place of the one in the folder. */
export async function replaceKey(folder: string, signer: Signer): Promise<void> {
  const draft = join(folder, `${KEY}.${randomBytes(6).toString("hex")}`);
  await writeFile(draft, `${signer.text}\n`, { mode: 0o600, flag: "wx", flush: true });
  await rename(draft, join(folder, KEY));
}

/** From here on the key may have signed. */
export const addVerifier = (folder: string, verifier: Verifier): Promise<void> =>
  appendFile(join(folder, KEYS), `${verifier.text}\n`, { mode: 0o644, flush: true });

/** Returns when the disk has it. */
export const appendNote = (folder: string, note: string): Promise<void> =>
  appendFile(join(folder, CHECKPOINTS), note, { mode: 0o644, flush: true });

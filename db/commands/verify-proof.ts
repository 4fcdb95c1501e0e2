import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { logFolder, readVerifiers } from "@/db/checkpoints/log-folder";
import { loadEnvironment } from "@/db/environment";
import { ReadableError } from "@/db/readable-error";
import { checkProof, parseProof } from "@/lib/history/revision-proof";
import { parseVerifier, type Verifier } from "@/lib/history/signed-note";
import { runCommand } from "./lifetime";

const USAGE = `npm run verify:proof -- <file.tlog-proof> [--key <key of the log>]

Verifies that a revision stood in the history when a checkpoint was signed, from its file alone: without the database.
--key  the key that the log is trusted by; may be given several times. Left out: the keys of this installation's own log`;

const WHY = {
  signature: "none of the keys signed its checkpoint, or the checkpoint was altered",
  place: "the revision is not at this place in the history that was signed",
};

function readArguments() {
  try {
    const options = { key: { type: "string", multiple: true } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 1) return { file: positionals[0] ?? "", keys: values.key ?? [] };
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new ReadableError(USAGE);
}

async function trustedKeys(given: readonly string[]): Promise<Verifier[]> {
  if (given.length === 0) return readVerifiers(logFolder(resolve(loadEnvironment().DATA_DIR)));
  return given.map((text) => {
    const verifier = parseVerifier(text);
    if (!verifier) throw new ReadableError(`“${text}” is no key of a log: name+1a2b3c4d+…`);
    return verifier;
  });
}

await runCommand(async () => {
  const { file, keys } = readArguments();
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new ReadableError(`${file} can't be read: ${error.message}`);
  });
  const proof = parseProof(text);
  if (!proof) throw new ReadableError(`${file} is no proof of a revision.`);
  const proved = checkProof(proof, await trustedKeys(keys));
  if (typeof proved === "string") {
    console.error(`Not proved: ${WHY[proved]}.`);
    return 1;
  }
  const { checkpoint, hash } = proved;
  console.log(`Proved: revision ${proof.index + 1} of ${checkpoint.size} in the log ${checkpoint.origin}, ${hash}`);
  console.log(proof.hashed.startsWith("sha256:") ? "Its content was erased later." : proof.hashed);
  return 0;
});

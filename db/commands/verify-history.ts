import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkHistory } from "@/db/access/history/history-check";
import { closeDatabase } from "@/db/client";
import { ReadableError } from "@/db/readable-error";
import { type Checkpoint, readCheckpoint, splitNotes } from "@/lib/history/checkpoint";
import { type ChainHead, type HistoryProblem, parseChainHead } from "@/lib/history/history-check";
import { parseProof } from "@/lib/history/revision-proof";
import { getTranslations } from "@/lib/text/translations";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run verify:history [-- --against head.json] [-- --export head.json]

Recomputes the hash of every revision, and holds every checkpoint of the log and every record against them. Names the first
that is not as it was written, and ends with 1. The result is kept with the others on the page “Verify the history”.
--against  a head that was exported earlier, or a checkpoint or a proof that left this house: it has to agree with the
           chain still, so that nothing was cut off its end or written anew
--export   writes the end of the chain into a file, to be kept where this database's keepers can't change it`;

function readArguments() {
  try {
    return parseArgs({ options: { against: { type: "string" }, export: { type: "string" } } }).values;
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

type Kept = { readonly head: ChainHead | null; readonly returned: readonly Checkpoint[] };

/** An exported head, or the checkpoints of a file: one, the log's own file, or what stands in a proof. */
async function readExport(file: string): Promise<Kept> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new ReadableError(`${file} can't be read: ${error.message}`);
  });
  const head = parseChainHead(text);
  const returned = splitNotes(parseProof(text)?.checkpoint ?? text).flatMap((note) => readCheckpoint(note) ?? []);
  if (head || returned.length > 0) return { head, returned };
  throw new ReadableError(
    `${file} holds neither an exported head, {"seq": …, "hash": "sha256:…"}, nor a checkpoint.`,
  );
}

/** "Revision 12 (claim clm-it-02, version 3): …" */
function describeHistoryProblem({
  seq,
  recordKind,
  slug,
  recordId,
  version,
  problem,
  fields,
  missing,
  agreed,
}: HistoryProblem): string {
  const t = getTranslations("en", "history");
  const record = recordKind && ` (${recordKind.replaceAll("_", " ")} ${slug ?? recordId}, version ${version})`;
  const differing = fields ? `: ${fields.join(", ")}` : "";
  const gone = missing
    ? `\nMissing: version ${missing.version} of the ${missing.recordKind} ${missing.recordId}.`
    : "";
  const until = agreed ? `\nUp to revision ${agreed} an earlier checkpoint agrees.` : "";
  return `Revision ${seq}${record}: ${t(`problem.${problem}`)}${differing}${gone}${until}`;
}

await runCommand(async () => {
  const { against, export: file } = readArguments();
  const { head, returned }: Kept = against ? await readExport(against) : { head: null, returned: [] };
  await reachDatabase();
  onExit(closeDatabase);
  const result = await checkHistory({ against: head, returned });
  const { revisions, records, checkpoints, milliseconds, problem } = result;
  const counts = `${revisions} revisions, ${checkpoints} checkpoints and ${records} records`;
  console.log(`${counts} checked in ${(milliseconds / 1000).toFixed(1)} s`);
  if (result.head) console.log(`Head: revision ${result.head.seq}, ${result.head.hash}, ${result.head.at}`);
  if (problem) {
    console.error(describeHistoryProblem(problem));
    return 1;
  }
  if (file) await writeFile(file, `${JSON.stringify(result.head, null, 2)}\n`);
  console.log(head ? `Every link holds, and revision ${head.seq} is where it was.` : "Every link holds.");
  return 0;
});

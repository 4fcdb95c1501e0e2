import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkHistory } from "@/db/access/history/history-check";
import { closeDatabase } from "@/db/client";
import { ReadableError } from "@/db/readable-error";
import { type ChainHead, type HistoryProblem, parseChainHead } from "@/lib/history/history-check";
import { getTranslations } from "@/lib/text/translations";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run verify:history [-- --against head.json] [-- --export head.json]

Recomputes the hash of every revision, and holds every record against its last one. Names the first that is not as it was
written, and ends with 1. The result is kept with the others on the page “Verify the history”.
--against  a head that was exported earlier: it has to be in the chain still, so that nothing was cut off its end
--export   writes the end of the chain into a file, to be kept where this database's keepers can't change it`;

function readArguments() {
  try {
    return parseArgs({ options: { against: { type: "string" }, export: { type: "string" } } }).values;
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function readExport(file: string): Promise<ChainHead> {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new ReadableError(`${file} can't be read: ${error.message}`);
  });
  const head = parseChainHead(text);
  if (!head) throw new ReadableError(`${file} holds no exported head: {"seq": …, "hash": "sha256:…"}`);
  return head;
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
}: HistoryProblem): string {
  const t = getTranslations("en", "history");
  const record = recordKind && ` (${recordKind.replaceAll("_", " ")} ${slug ?? recordId}, version ${version})`;
  const differing = fields ? `: ${fields.join(", ")}` : "";
  const gone = missing
    ? `\nMissing: version ${missing.version} of the ${missing.recordKind} ${missing.recordId}.`
    : "";
  return `Revision ${seq}${record}: ${t(`problem.${problem}`)}${differing}${gone}`;
}

await runCommand(async () => {
  const { against, export: file } = readArguments();
  const head = against ? await readExport(against) : null;
  await reachDatabase();
  onExit(closeDatabase);
  const result = await checkHistory({ against: head });
  const { revisions, records, milliseconds, problem } = result;
  console.log(`${revisions} revisions and ${records} records checked in ${(milliseconds / 1000).toFixed(1)} s`);
  if (result.head) console.log(`Head: revision ${result.head.seq}, ${result.head.hash}, ${result.head.at}`);
  if (problem) {
    console.error(describeHistoryProblem(problem));
    return 1;
  }
  if (file) await writeFile(file, `${JSON.stringify(result.head, null, 2)}\n`);
  console.log(head ? `Every link holds, and revision ${head.seq} is where it was.` : "Every link holds.");
  return 0;
});

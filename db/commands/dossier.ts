import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { checkDossier, loadDossier } from "@/db/dossier/load";
import { BrokenDossier, formatProblem } from "@/db/dossier/problem";
import { reportLines } from "@/db/dossier/report";
import { ReadableError } from "@/db/readable-error";
import { Refusal } from "@/lib/workflow/refusal";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run dossier -- <folder> [--author <e-mail>] [--approver <e-mail>] [--check]

Loads the CSV files of a folder. The author writes and submits; the approver, who is somebody else and an editor,
approves and publishes what the checklist lets through. Without them two people are used who can't sign in.
What looks like a slip (a date of long ago, a place outside its country) is loaded, and stays in review until an editor ticks it.
What may be on file already under another name is named, and loaded.
--check reads and checks the files, and writes nothing.`;

const options = {
  author: { type: "string" },
  approver: { type: "string" },
  check: { type: "boolean" },
} as const;

function readArguments() {
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder && more.length === 0) return { folder, ...values };
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new ReadableError(USAGE);
}

function readable(error: unknown): unknown {
  if (error instanceof BrokenDossier) {
    return new ReadableError([...error.problems.map(formatProblem), "", error.message].join("\n"));
  }
  return error instanceof Refusal ? new ReadableError(error.message) : error;
}

await runCommand(async () => {
  const { folder, check, author, approver } = readArguments();
  try {
    const { files, plan } = await checkDossier(folder);
    for (const { file, rows } of files) console.log(`${file}: ${rows} rows, all of them sound`);
    for (const caution of plan.cautions) console.log(`To be looked at: ${formatProblem(caution)}`);
    if (check) return 0;
    await reachDatabase();
    onExit(closeDatabase);
    const loaded = await loadDossier({ folder, author, approver, onProgress: (sentence) => console.log(sentence) });
    console.log(`\n${reportLines(loaded).join("\n")}`);
    return 0;
  } catch (error) {
    throw readable(error);
  }
});

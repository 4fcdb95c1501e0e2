import { parseArgs } from "node:util";
import { closeDatabase } from "../client";
import { checkDossier, loadDossier } from "../dossier/load";
import { BrokenDossier, sayProblem } from "../dossier/problem";
import { reportLines } from "../dossier/report";
import { loadEnvironment } from "../environment";
import { ReadableError } from "../readable-error";

const USAGE = `npm run dossier -- <folder> [--author <e-mail>] [--approver <e-mail>] [--check]

Loads the CSV files of a folder. The author writes and submits, the approver (another person, an editor) approves and
publishes. --check reads and checks the files, and writes nothing.`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { author: { type: "string" }, approver: { type: "string" }, check: { type: "boolean" } },
  });
  const [folder] = positionals;
  if (!folder || positionals.length > 1) throw new ReadableError(USAGE);
  if (values.check) {
    const { files } = await checkDossier(folder);
    for (const { file, rows } of files) console.log(`${file}: ${rows} rows, all of them sound`);
    return;
  }
  loadEnvironment();
  const { author, approver } = values;
  const loaded = await loadDossier({ folder, author, approver, onProgress: (sentence) => console.log(sentence) });
  console.log(`\n${reportLines(loaded).join("\n")}`);
}

try {
  await run();
} catch (error) {
  if (error instanceof BrokenDossier) {
    for (const problem of error.problems) console.error(sayProblem(problem));
    console.error(`\n${error.message}`);
  } else if (error instanceof ReadableError) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

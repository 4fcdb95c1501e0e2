import { parseArgs } from "node:util";
import { checkDueFiles } from "@/db/access/files/fixity";
import { sweepFiles } from "@/db/access/files/sweep";
import { closeDatabase } from "@/db/client";
import { describeChecks, describeSweep } from "@/db/files/describe-care";
import { ReadableError } from "@/db/readable-error";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run files -- check [--all]
npm run files -- sweep

check   reads the files that were not checked for longest (with --all every file) and holds each against its SHA-256; what
        is found joins the custody of each. Ends with 1 when one is not what was received.
sweep   holds the stored files and the database against each other, names what one of them lacks, and throws away what is
        left of uploads that nobody went on with for a week. Ends with 1 when a file is missing.`;

const STEPS: Readonly<Record<string, (isAll: boolean) => Promise<number>>> = {
  async check(isAll) {
    const made = await checkDueFiles({ isAll, ...(isAll && { most: 1e9, bytes: Number.POSITIVE_INFINITY }) });
    console.log(describeChecks(made));
    return made.failed.length > 0 ? 1 : 0;
  },
  async sweep() {
    const swept = await sweepFiles();
    console.log(describeSweep(swept));
    return swept.missing.length > 0 ? 1 : 0;
  },
};

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { all: { type: "boolean" } }, allowPositionals: true });
    return { step: STEPS[positionals[0] ?? ""], isAll: values.all ?? false, more: positionals.length > 1 };
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

await runCommand(async () => {
  const { step, isAll, more } = readArguments();
  if (!step || more) throw new ReadableError(USAGE);
  await reachDatabase();
  onExit(closeDatabase);
  return step(isAll);
});

import type { ChildProcess } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit } from "@/db/commands/lifetime";
import { type ProgramOptions, type ProgramResult, programPath, ROOT, runProgram, stopChild } from "./children";
import { countOne, findSlowestFiles, readVitest, sumCounts, type TestCounts } from "./counts";
import { formatSeconds } from "./progress";

export type Check = { title: string; counts: TestCounts; took: number };

/** A folder for what the checks write, gone when the command ends. */
export async function makeCheckFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-check-"));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  onExit(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Does one part of the checks; one that throws has failed. */
export async function runCheck(title: string, work: () => Promise<TestCounts>): Promise<Check> {
  const started = performance.now();
  const counts = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return countOne(false);
  });
  return { title, counts, took: performance.now() - started };
}

export function stopWithCommand(child: ChildProcess): void {
  onExit(() => stopChild(child));
}

/** A program of the project's packages, stopped with the command. */
export function runTool(args: string[], options: Omit<ProgramOptions, "onStart"> = {}): Promise<ProgramResult> {
  return runProgram(process.execPath, args, { ...options, onStart: stopWithCommand });
}

type Quietly = Pick<ProgramOptions, "quiet">;

export const checkLint = (options?: Quietly) =>
  runInTurn([[programPath("@biomejs/biome", "bin/biome"), "ci", "."]], options);

export const checkTypes = (options?: Quietly) =>
  runInTurn(
    [
      [programPath("next", "dist/bin/next"), "typegen"],
      [programPath("typescript", "bin/tsc"), "--noEmit"],
    ],
    options,
  );

/** Files, exports, types and packages that nothing uses. */
export const checkUnused = (options?: Quietly) => runInTurn([[programPath("knip", "bin/knip.js")]], options);

/** Runs test files by vitest, in the project that each belongs to. */
export async function checkByVitest(folder: string, args: string[], options?: Quietly): Promise<TestCounts> {
  const report = join(folder, "vitest.json");
  const { code, output } = await runTool(
    [
      programPath("vitest", "vitest.mjs"),
      ...["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      ...args,
    ],
    options,
  );
  if (code !== 0 && output) console.error(output);
  return readVitest(report, code);
}

/** One check of some programs, each after the other; quietly, what they said is shown only when one failed. */
async function runInTurn(programs: string[][], options?: Quietly): Promise<TestCounts> {
  for (const args of programs) {
    const { code, output } = await runTool(args, options);
    if (code === 0) continue;
    if (output) console.error(output);
    return countOne(false);
  }
  return countOne(true);
}

/**
 * Says what failed, which files of tests took longest, and how each check went. It is said at the end: the output of a run
 * of minutes is often cut to its last lines.
 * @returns the command's exit code
 */
export function closeChecks(checks: readonly Check[]): number {
  const all = checks.map(({ counts }) => counts);
  const total = sumCounts(all);
  console.log("");
  const slowest = findSlowestFiles(all);
  if (slowest.length > 1) console.log("The slowest files of tests:");
  for (const { file, milliseconds } of slowest) {
    console.log(`${formatSeconds(milliseconds)}   ${file.replace(ROOT, "")}`);
  }
  for (const line of all.flatMap(({ failing = [] }) => failing)) console.log(`failed: ${line.replace(ROOT, "")}`);
  for (const { title, counts, took } of checks) {
    console.log(`${title.padEnd(26)}${formatSeconds(took)}   ${counts.passed} passed, ${counts.failed} failed`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

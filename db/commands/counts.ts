import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many checks passed and failed. */
export type Counts = { passed: number; failed: number };

const vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

/** One check that either held or did not. */
export const one = (held: boolean): Counts => ({ passed: held ? 1 : 0, failed: held ? 0 : 1 });

export const sum = (all: Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** A run that failed without a failing test (a file that does not load, say) still counts as a failure. */
const atLeastOneFailed = ({ passed, failed }: Counts, ok: boolean): Counts => ({
  passed,
  failed: ok ? failed : Math.max(1, failed),
});

export async function readVitest(file: string, code: number): Promise<Counts> {
  const report = vitest.safeParse(await readJson(file)).data;
  if (!report) return one(false);
  return atLeastOneFailed(
    { passed: report.numPassedTests, failed: report.numFailedTests },
    report.success && code === 0,
  );
}

/** A test that passed only at a second try did not pass, and neither did one that was skipped. */
export async function readPlaywright(file: string, code: number): Promise<Counts> {
  const report = playwright.safeParse(await readJson(file)).data;
  if (!report) return one(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailed(
    { passed: expected, failed: unexpected + flaky + skipped + report.errors.length },
    code === 0 && report.errors.length === 0,
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text);
}

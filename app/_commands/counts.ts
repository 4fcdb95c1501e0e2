import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many checks passed and failed, and the names of those tests that failed. */
export type TestCounts = { passed: number; failed: number; failing?: string[] };

const vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string().default(""),
        assertionResults: z.array(
          z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
        ),
      }),
    )
    .default([]),
});
type Suite = { specs?: { title: string; ok: boolean; file: string }[]; suites?: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), ok: z.boolean(), file: z.string() })).optional(),
    suites: z.array(suite).optional(),
  }),
);
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
  suites: z.array(suite).default([]),
});

/** One check that either held or did not. */
export const countOne = (held: boolean): TestCounts => ({ passed: held ? 1 : 0, failed: held ? 0 : 1 });

export const sumCounts = (all: TestCounts[]): TestCounts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** A run that failed without a failing test (a file that does not load, say) still counts as a failure. */
const atLeastOneFailed = ({ failed, ...rest }: TestCounts, ok: boolean): TestCounts => ({
  ...rest,
  failed: ok ? failed : Math.max(1, failed),
});

const firstLine = (text = "") => text.split("\n", 1)[0] ?? "";

/** A file that does not load has no failing test of its own. */
const failingTests = ({ testResults }: z.infer<typeof vitest>): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}: ${firstLine(message)}`] : [];
    return failed.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });

const failingSpecs = (suites: readonly Suite[]): string[] =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
    ...failingSpecs(inner),
  ]);

export async function readVitest(file: string, code: number): Promise<TestCounts> {
  const report = vitest.safeParse(await readJson(file)).data;
  if (!report) return countOne(false);
  return atLeastOneFailed(
    { passed: report.numPassedTests, failed: report.numFailedTests, failing: failingTests(report) },
    report.success && code === 0,
  );
}

/** A test that passed only at a second try did not pass, and neither did one that was skipped. */
export async function readPlaywright(file: string, code: number): Promise<TestCounts> {
  const report = playwright.safeParse(await readJson(file)).data;
  if (!report) return countOne(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailed(
    {
      passed: expected,
      failed: unexpected + flaky + skipped + report.errors.length,
      failing: failingSpecs(report.suites),
    },
    code === 0 && report.errors.length === 0,
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text);
}

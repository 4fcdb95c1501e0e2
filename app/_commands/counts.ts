import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many checks passed and failed, the names of those tests that failed, and how long each file of tests took. */
export type TestCounts = { passed: number; failed: number; failing?: string[]; files?: FileTime[] };
type FileTime = { file: string; milliseconds: number };

const vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        startTime: z.number().default(0),
        endTime: z.number().default(0),
        message: z.string().default(""),
        assertionResults: z.array(
          z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
        ),
      }),
    )
    .default([]),
});
const spec = z.object({
  title: z.string(),
  ok: z.boolean(),
  file: z.string(),
  tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })).default([]),
});
type Spec = z.infer<typeof spec>;
type Suite = { specs?: Spec[]; suites?: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(spec).optional(),
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

const listSpecs = (suites: readonly Suite[]): Spec[] =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...listSpecs(inner)]);

function timeSpecFiles(specs: readonly Spec[]): FileTime[] {
  const times = new Map<string, number>();
  for (const { file, tests } of specs) {
    for (const { duration } of tests.flatMap(({ results }) => results)) {
      times.set(file, (times.get(file) ?? 0) + duration);
    }
  }
  return [...times].map(([file, milliseconds]) => ({ file, milliseconds }));
}

/** The files that took longest, of all that the checks ran, the slowest first. */
export const findSlowestFiles = (all: TestCounts[], count = 10): FileTime[] =>
  all
    .flatMap(({ files = [] }) => files)
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count);

export async function readVitest(file: string, code: number): Promise<TestCounts> {
  const report = vitest.safeParse(await readJson(file)).data;
  if (!report) return countOne(false);
  return atLeastOneFailed(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      failing: failingTests(report),
      files: report.testResults.map(({ name, startTime, endTime }) => ({
        file: name,
        milliseconds: endTime - startTime,
      })),
    },
    report.success && code === 0,
  );
}

/** A test that passed only at a second try did not pass, and neither did one that was skipped. */
export async function readPlaywright(file: string, code: number): Promise<TestCounts> {
  const report = playwright.safeParse(await readJson(file)).data;
  if (!report) return countOne(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = listSpecs(report.suites);
  return atLeastOneFailed(
    {
      passed: expected,
      failed: unexpected + flaky + skipped + report.errors.length,
      failing: specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
      files: timeSpecFiles(specs).map(({ file, milliseconds }) => ({ file: `e2e/${file}`, milliseconds })),
    },
    code === 0 && report.errors.length === 0,
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text);
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countOne, findSlowestFiles, readPlaywright, readVitest, sumCounts } from "./counts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-counts-"));
});
afterAll(() => rm(folder, { recursive: true }));

const report = async (content: unknown) => {
  const file = join(folder, "report.json");
  await writeFile(file, JSON.stringify(content));
  return file;
};

describe("the last line of npm test", () => {
  it("adds the tests and the single checks", async () => {
    const unit = await readVitest(await report({ success: true, numPassedTests: 7, numFailedTests: 0 }), 0);
    expect(sumCounts([countOne(true), countOne(false), unit])).toEqual({ passed: 8, failed: 1 });
  });

  it("counts a run that fails without a failing test", async () => {
    const file = await report({ success: false, numPassedTests: 7, numFailedTests: 0 });
    expect(await readVitest(file, 1)).toEqual({ passed: 7, failed: 1, failing: [], files: [] });
  });

  it("names what failed, a file that did not load too", async () => {
    const broken = {
      name: "a.test.ts",
      status: "failed",
      message: "Cannot find module\n at …",
      assertionResults: [],
    };
    const test = { fullName: "a rule holds", status: "failed", failureMessages: ["Error: it did not\n at …"] };
    const failing = { name: "b.test.ts", status: "failed", assertionResults: [test] };
    const unit = { success: false, numPassedTests: 7, numFailedTests: 1, testResults: [broken, failing] };
    expect((await readVitest(await report(unit), 1)).failing).toEqual([
      "a.test.ts: Cannot find module",
      "b.test.ts: a rule holds: Error: it did not",
    ]);
    const specs = [{ title: "reads", ok: false, file: "c.spec.ts" }];
    const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 0 };
    const browser = { stats, errors: [], suites: [{ suites: [{ specs }] }] };
    expect((await readPlaywright(await report(browser), 1)).failing).toEqual(["c.spec.ts: reads"]);
  });

  it("knows which files took longest, vitest's and Playwright's, whose tests are added up", async () => {
    const quick = { name: "a.test.ts", status: "passed", startTime: 1000, endTime: 1200, assertionResults: [] };
    const slow = { ...quick, name: "b.test.ts", endTime: 4000 };
    const unit = { success: true, numPassedTests: 2, numFailedTests: 0, testResults: [quick, slow] };
    const specs = [1500, 700].map((duration) => ({
      ...{ title: "reads", ok: true, file: "c.spec.ts" },
      tests: [{ results: [{ duration }] }],
    }));
    const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
    const browser = { stats, suites: [{ specs: specs.slice(0, 1), suites: [{ specs: specs.slice(1) }] }] };
    const all = [await readVitest(await report(unit), 0), await readPlaywright(await report(browser), 0)];
    expect(findSlowestFiles(all, 2)).toEqual([
      { file: "b.test.ts", milliseconds: 3000 },
      { file: "e2e/c.spec.ts", milliseconds: 2200 },
    ]);
  });

  it("counts a run that left no report as one failure", async () => {
    expect(await readVitest(join(folder, "absent.json"), 1)).toEqual({ passed: 0, failed: 1 });
    expect(await readPlaywright(join(folder, "absent.json"), 1)).toEqual({ passed: 0, failed: 1 });
  });

  it("takes neither a flaky test nor a skipped one for a passed one", async () => {
    const file = await report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 }, errors: [] });
    expect(await readPlaywright(file, 1)).toMatchObject({ passed: 5, failed: 4 });
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["app", "components", "db", "e2e", "lib"];
/** Tests of a limit that is itself a time: a busy machine is given slack there, and nowhere else. */
const LIMIT_TESTS = ["db/client-limits.test.ts"];

/** What reads how long something took. A day that is so far off, or a name that is new each time, takes no time. */
const CLOCKS = [
  /\bperformance\s*\.\s*(?:now|mark|measure|timeOrigin)\b/,
  /\bhrtime\b|\bprocess\.(?:cpuUsage|uptime)\b|\bconsole\.time/,
  /\bDate\.now\(\)\s*-(?!\s*\w+ \* 86_400_000)/,
  /-\s*(?:Date\.now\(\)|\+?new Date\(\))/,
  /\bexpect\b[^;]*\b(?:Date\.now\(\)|milliseconds|elapsed)\b[^;]*\.toBe(?:Less|Greater)/,
];

const readsClock = (source: string) => CLOCKS.some((clock) => clock.test(source));

function testFiles(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  return inFolders
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name) || (name.startsWith("e2e/") && name.endsWith(".ts")));
}

test("no test asks how long something took, but for those of a limit that is a time", () => {
  const found = testFiles();
  expect(found.length).toBeGreaterThan(100);
  const others = found.filter((name) => name !== "lib/clocks.test.ts");
  expect(others.filter((name) => readsClock(readFileSync(join(ROOT, name), "utf8"))).sort()).toEqual(LIMIT_TESTS);
});

test.each([
  "expect(performance.now() - began).toBeLessThan(500);",
  "const took = process.hrtime.bigint() - began;",
  "const took = Date.now() - began;",
  "const left = until - Date.now();",
  "expect(loaded.milliseconds).toBeLessThan(15_000);",
])("%s is a clock", (source) => {
  expect(readsClock(source)).toBe(true);
});

test.each([
  "const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);",
  "const named = (what: string) => what + Date.now();",
  "const soon = new Date(Date.now() + 3_600_000).toISOString();",
])("%s is none", (source) => {
  expect(readsClock(source)).toBe(false);
});

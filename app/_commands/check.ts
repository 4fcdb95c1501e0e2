import { join } from "node:path";
import { runCommand } from "@/db/commands/lifetime";
import { freePort } from "@/db/testing/free-port";
import { keepFilesInMemory } from "@/db/testing/memory-folder";
import { buildApplication, buildIsFresh } from "./build";
import {
  type Check,
  checkByVitest,
  checkLint,
  checkTypes,
  checkUnused,
  closeChecks,
  makeCheckFolder,
  runCheck,
  runTool,
  stopWithCommand,
} from "./checks";
import { programPath, ROOT } from "./children";
import { findOrInstallChromium } from "./chromium";
import { countOne, readPlaywright, type TestCounts } from "./counts";
import { installReaders } from "./readers";

await runCommand(async () => {
  process.chdir(ROOT);
  keepFilesInMemory();
  const folder = await makeCheckFolder();
  const named = process.argv.slice(2);
  return closeChecks(named.length > 0 ? await checkFiles(folder, named) : await checkEverything(folder));
});

/**
 * Two things at a time, or a processor waits while PostgreSQL or a browser is waited for: the tests that need no build, beside
 * what reads the sources, builds the site and goes through it in a browser. What one of them says is shown at a time.
 */
async function checkEverything(folder: string): Promise<Check[]> {
  await installReaders();
  const tests = announceCheck("unit and database tests", () => checkByVitest(folder, []));
  const site = await checkSite(folder, tests);
  return [...site.slice(0, -1), await tests, ...site.slice(-1)];
}

/** Of the sources, without a word but of what fails; of the browser, from when the others are done. */
async function checkSite(folder: string, others: Promise<unknown>): Promise<Check[]> {
  const quietly = { quiet: true };
  const build = await runCheck("production build", checkBuild);
  const browser = runCheck("browser tests", async () => {
    if (build.counts.failed === 0)
      return runPlaywright(
        folder,
        [],
        others.then(() => announce("browser tests")),
      );
    console.log("There is no build to test in a browser.");
    return countOne(false);
  });
  const types = await runCheck("types", () => checkTypes(quietly));
  const lint = await runCheck("lint", () => checkLint(quietly));
  const unused = await runCheck("unused code", () => checkUnused(quietly));
  return [lint, types, unused, build, await browser];
}

/** The named files of tests alone: what is of a browser by Playwright, whose server builds what is stale; the rest by vitest. */
async function checkFiles(folder: string, named: string[]): Promise<Check[]> {
  const isSpec = (path: string) => /\.spec\.ts$|^e2e\b/.test(path);
  const [specs, tests] = [named.filter(isSpec), named.filter((path) => !isSpec(path))];
  const checks: Check[] = [];
  if (tests.length > 0) checks.push(await announceCheck("tests", () => checkByVitest(folder, tests)));
  if (specs.length > 0) checks.push(await announceCheck("browser tests", () => runPlaywright(folder, specs)));
  return checks;
}

function announce(title: string): void {
  console.log(`\n── ${title} ──`);
}

function announceCheck(title: string, work: () => Promise<TestCounts>): Promise<Check> {
  announce(title);
  return runCheck(title, work);
}

/** What was built of these very sources needs no second building. */
async function checkBuild(): Promise<TestCounts> {
  if (await buildIsFresh()) return countOne(true);
  const { code, output } = await buildApplication({ quiet: true, onStart: stopWithCommand });
  if (code !== 0) console.error(output);
  return countOne(code === 0);
}

async function runPlaywright(folder: string, specs: string[], shownFrom?: Promise<unknown>): Promise<TestCounts> {
  const report = join(folder, "playwright.json");
  const { code } = await runTool(
    [programPath("@playwright/test", "cli.js"), "test", "--reporter=list,json", ...specs],
    {
      ...(shownFrom && { shownFrom }),
      env: {
        CHROMIUM_PATH: await findOrInstallChromium(),
        E2E_PORT: String(await freePort()),
        E2E_DATA_DIR: join(folder, "data"),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return readPlaywright(report, code);
}

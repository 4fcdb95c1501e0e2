import net from "node:net";
import { join } from "node:path";
import { runCommand } from "@/db/commands/lifetime";
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
  const folder = await makeCheckFolder();
  const named = process.argv.slice(2);
  return closeChecks(named.length > 0 ? await checkFiles(folder, named) : await checkEverything(folder));
});

/**
 * What reads the sources and builds them, in turn and with the time that the tests leave over, beside the tests that need no
 * build; then the browser's.
 */
async function checkEverything(folder: string): Promise<Check[]> {
  await installReaders();
  const [sources, tests] = await Promise.all([
    checkSources(),
    announceCheck("unit and database tests", () => checkByVitest(folder, [])),
  ]);
  const hasBuild = sources.at(-1)?.counts.failed === 0;
  const browser = await announceCheck("browser tests", async () => {
    if (hasBuild) return runPlaywright(folder, []);
    console.log("There is no build to test in a browser.");
    return countOne(false);
  });
  return [...sources, tests, browser];
}

/** Without a word but of what fails. */
async function checkSources(): Promise<Check[]> {
  const aside = { quiet: true, isAside: true };
  const lint = await runCheck("lint", () => checkLint(aside));
  const types = await runCheck("types", () => checkTypes(aside));
  const unused = await runCheck("unused code", () => checkUnused(aside));
  const build = await runCheck("production build", () => checkBuild(types.counts.failed === 0));
  return [lint, types, unused, build];
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

function announceCheck(title: string, work: () => Promise<TestCounts>): Promise<Check> {
  console.log(`\n── ${title} ──`);
  return runCheck(title, work);
}

/** What was built of these very sources needs no second building, and what the types passed no second reading. */
async function checkBuild(typed: boolean): Promise<TestCounts> {
  if (await buildIsFresh()) return countOne(true);
  const aside = { quiet: true, isAside: true, onStart: stopWithCommand };
  const { code, output } = await buildApplication({ typesAreChecked: typed, ...aside });
  if (code !== 0) console.error(output);
  return countOne(code === 0);
}

async function runPlaywright(folder: string, specs: string[]): Promise<TestCounts> {
  const report = join(folder, "playwright.json");
  const { code } = await runTool(
    [programPath("@playwright/test", "cli.js"), "test", "--reporter=list,json", ...specs],
    {
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

import { chmod, mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { buildApplication } from "./build";
import { programPath, ROOT, runProgram, stopChild } from "./children";
import { findOrInstallChromium } from "./chromium";
import { countOne, readPlaywright, readVitest, sumCounts, type TestCounts } from "./counts";
import { formatSeconds } from "./progress";
import { installReaders } from "./readers";

type Check = { title: string; counts: TestCounts; took: number };

await runCommand(async () => {
  process.chdir(ROOT);
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-check-"));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  onExit(() => rm(folder, { recursive: true, force: true }));
  const checks: Check[] = [];
  const check = async (title: string, work: () => Promise<TestCounts>) => {
    console.log(`\n── ${title} ──`);
    const started = performance.now();
    const counts = await work().catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return countOne(false);
    });
    checks.push({ title, counts, took: performance.now() - started });
    return counts.failed === 0;
  };

  await check("lint", async () => countOne(await succeeds([programPath("@biomejs/biome", "bin/biome"), "ci", "."])));
  await check("types", async () => {
    const generated = await succeeds([programPath("next", "dist/bin/next"), "typegen"]);
    return countOne((await succeeds([programPath("typescript", "bin/tsc"), "--noEmit"])) && generated);
  });
  await installReaders();
  await check("unit and database tests", () => runVitest(join(folder, "vitest.json")));
  const built = await check("production build", async () =>
    countOne((await buildApplication({ onStart })).code === 0),
  );
  await check("browser tests", async () => {
    if (built) return runPlaywright(folder);
    console.log("There is no build to test in a browser.");
    return countOne(false);
  });

  const total = sumCounts(checks.map(({ counts }) => counts));
  console.log("");
  // Said again at the end: the output of a run of minutes is often cut to its last lines.
  for (const { counts } of checks) {
    for (const line of counts.failing ?? []) console.log(`failed: ${line.replace(ROOT, "")}`);
  }
  for (const { title, counts, took } of checks) {
    console.log(`${title.padEnd(26)}${formatSeconds(took)}   ${counts.passed} passed, ${counts.failed} failed`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function onStart(child: Parameters<typeof stopChild>[0]): void {
  onExit(() => stopChild(child));
}

async function succeeds(args: string[]): Promise<boolean> {
  return (await runProgram(process.execPath, args, { onStart })).code === 0;
}

async function runVitest(report: string): Promise<TestCounts> {
  const args = [programPath("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json"];
  const { code } = await runProgram(process.execPath, [...args, `--outputFile.json=${report}`], {
    env: { SEQUENCES: process.env.SEQUENCES ?? "10000" },
    onStart,
  });
  return readVitest(report, code);
}

async function runPlaywright(folder: string): Promise<TestCounts> {
  const report = join(folder, "playwright.json");
  const { code } = await runProgram(
    process.execPath,
    [programPath("@playwright/test", "cli.js"), "test", "--reporter=list,json"],
    {
      env: {
        CHROMIUM_PATH: await findOrInstallChromium(),
        E2E_PORT: String(await freePort()),
        E2E_DATA_DIR: join(folder, "data"),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      onStart,
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

import { chmod, mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atEnd, live } from "@/db/commands/lifetime";
import { build } from "./build";
import { program, ROOT, run, stopChild } from "./children";
import { findOrInstallChromium } from "./chromium";
import { type Counts, one, readPlaywright, readVitest, sum } from "./counts";
import { installReaders } from "./readers";
import { seconds } from "./steps";

type Check = { title: string; counts: Counts; took: number };

await live(async () => {
  process.chdir(ROOT);
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-check-"));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const checks: Check[] = [];
  const check = async (title: string, work: () => Promise<Counts>) => {
    console.log(`\n── ${title} ──`);
    const started = performance.now();
    const counts = await work().catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return one(false);
    });
    checks.push({ title, counts, took: performance.now() - started });
    return counts.failed === 0;
  };

  await check("lint", async () => one(await succeeds([program("@biomejs/biome", "bin/biome"), "ci", "."])));
  await check("types", async () => {
    const generated = await succeeds([program("next", "dist/bin/next"), "typegen"]);
    return one((await succeeds([program("typescript", "bin/tsc"), "--noEmit"])) && generated);
  });
  await installReaders();
  await check("unit and database tests", () => runVitest(join(folder, "vitest.json")));
  const built = await check("production build", async () => one((await build({ onStart })).code === 0));
  await check("browser tests", async () => {
    if (built) return runPlaywright(folder);
    console.log("There is no build to test in a browser.");
    return one(false);
  });

  const total = sum(checks.map(({ counts }) => counts));
  console.log("");
  // Said again at the end: the output of a run of minutes is often cut to its last lines.
  for (const { counts } of checks) {
    for (const line of counts.failing ?? []) console.log(`failed: ${line.replace(ROOT, "")}`);
  }
  for (const { title, counts, took } of checks) {
    console.log(`${title.padEnd(26)}${seconds(took)}   ${counts.passed} passed, ${counts.failed} failed`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function onStart(child: Parameters<typeof stopChild>[0]): void {
  atEnd(() => stopChild(child));
}

async function succeeds(args: string[]): Promise<boolean> {
  return (await run(process.execPath, args, { onStart })).code === 0;
}

async function runVitest(report: string): Promise<Counts> {
  const args = [program("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json"];
  const { code } = await run(process.execPath, [...args, `--outputFile.json=${report}`], {
    env: { SEQUENCES: process.env.SEQUENCES ?? "10000" },
    onStart,
  });
  return readVitest(report, code);
}

async function runPlaywright(folder: string): Promise<Counts> {
  const report = join(folder, "playwright.json");
  const { code } = await run(
    process.execPath,
    [program("@playwright/test", "cli.js"), "test", "--reporter=list,json"],
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

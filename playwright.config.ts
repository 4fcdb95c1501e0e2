import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { keepFilesInMemory } from "./db/testing/memory-folder";
import { NEWSROOM_ZONE } from "./e2e/newsroom";

keepFilesInMemory();

// npm test sets them; a run by hand gets its own. The workers read them from here, and the demo accounts' passwords from
// demo-accounts.json in the data folder.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.E2E_DATA_DIR ??= join(tmpdir(), `wederhoor-e2e-${process.pid}`);

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const asRoot = process.getuid?.() === 0;

const WALKS = "every-page.spec.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  // The walks over every page first: they take longest, and read what no other test changes meanwhile.
  projects: [
    { name: "pages", testMatch: WALKS },
    { name: "stories", testIgnore: WALKS },
  ],
  use: {
    baseURL,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    // A trace or a picture of every test takes a tenth of the time, for the few that fail: run one again with --trace on.
    screenshot: "off",
    // A process of its own for each page is a second of work, as much as most pages are.
    reuseContext: true,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
        "--no-pings",
        "--renderer-process-limit=1",
        // Pages of tests live too briefly for scripts that are compiled twice to pay.
        "--js-flags=--no-turbofan --no-maglev",
      ],
    },
  },
  webServer: {
    command: "node --conditions=react-server --import tsx app/_commands/start.ts",
    url: `${baseURL}/sign-in`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    stderr: "pipe",
    env: {
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
      HOST: "127.0.0.1",
      PORT: process.env.E2E_PORT,
      NEXTAUTH_URL: baseURL,
      NEXTAUTH_SECRET: "",
      TIME_ZONE: NEWSROOM_ZONE,
      // Workers read the file before each sign-in of theirs.
      DEMO_PASSWORDS: "keep",
    },
  },
});

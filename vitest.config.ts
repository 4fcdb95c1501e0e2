import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

// Far from UTC by an odd amount, so that a date that leans on the machine's zone shows.
process.env.TZ = "Asia/Kathmandu";

const alias = [
  { find: /^@\//, replacement: root },
  { find: "server-only", replacement: `${root}db/testing/empty-module.ts` },
];

/** Tests of the platform itself, which start servers of their own or need none. */
const platform = [
  "db/client*.test.ts",
  "db/environment.test.ts",
  "db/embedded/*.test.ts",
  "{app/_commands,db/commands}/*.test.ts",
];
/** The PDF's renderer is React of the other kind than the server's: it does not run under its condition. */
const drawn = ["components/pdf/*.test.{ts,tsx}"];

export default defineConfig({
  test: {
    testTimeout: 15_000,
    // Most files wait for PostgreSQL as much as they reckon themselves: two cores keep two of them busy.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components}/**/*.test.{ts,tsx}", "*.test.ts", ...platform, ...drawn],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        ssr: { resolve: { conditions: ["react-server", "module", "node", "development|production"] } },
        test: {
          name: "database",
          include: ["{db,app}/**/*.test.{ts,tsx}"],
          exclude: [...platform, ...drawn],
          globalSetup: "db/testing/global-setup.ts",
          setupFiles: "db/testing/own-database.ts",
          execArgv: ["--conditions=react-server"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

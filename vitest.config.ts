import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { keepFilesInMemory } from "./db/testing/memory-folder";

const root = fileURLToPath(new URL(".", import.meta.url));

// Far from UTC by an odd amount, so that a date that leans on the machine's zone shows.
process.env.TZ = "Asia/Kathmandu";
keepFilesInMemory();
// Nothing of a test goes where an installation keeps its files.
process.env.STORAGE_URL = "";

const alias = [
  { find: /^@\//, replacement: root },
  { find: "server-only", replacement: `${root}db/testing/empty-module.ts` },
];
/** What Next's own server and compiler put in place of these two. */
const ofARequest = [
  { find: "next/headers", replacement: `${root}db/testing/next-headers.ts` },
  { find: "next/navigation", replacement: "next/dist/client/components/navigation.react-server" },
];

/** Tests of the platform itself: each in a process of its own, with the servers that it starts itself, or with none. */
const platform = [
  "db/client*.test.ts",
  "db/environment.test.ts",
  "db/password.test.ts",
  "db/embedded/*.test.ts",
  "{app/_commands,db/commands}/*.test.ts",
];
/** The PDF's renderer is React of the other kind than the server's: it does not run under its condition. */
const drawn = ["components/pdf/*.test.{ts,tsx}"];

/** Over a folder among the others, and the very same once more over a bucket. */
const stored = ["db/files/files.test.ts", "db/access/files/fixity.test.ts"];

/** Ends what hangs, and nothing else: a busy machine is no failure. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    // Most files wait for PostgreSQL as much as they reckon themselves: two cores keep two of them busy.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components}/**/*.test.{ts,tsx}", ...drawn],
          // One process for many files, which evaluates a module once: a test leaves nothing behind.
          isolate: false,
          ...patience,
        },
      },
      {
        resolve: { alias },
        test: { name: "platform", include: platform, ...patience },
      },
      {
        resolve: { alias: [...alias, ...ofARequest] },
        ssr: { resolve: { conditions: ["react-server", "module", "node", "development|production"] } },
        test: {
          name: "database",
          include: ["{db,app}/**/*.test.{ts,tsx}"],
          exclude: [...platform, ...drawn],
          globalSetup: "db/testing/global-setup.ts",
          setupFiles: "db/testing/own-database.ts",
          execArgv: ["--conditions=react-server"],
          isolate: false,
          ...patience,
        },
      },
      {
        resolve: { alias: [...alias, ...ofARequest] },
        ssr: { resolve: { conditions: ["react-server", "module", "node", "development|production"] } },
        test: {
          name: "bucket",
          include: stored,
          globalSetup: "db/testing/global-setup.ts",
          setupFiles: "db/testing/own-database.ts",
          execArgv: ["--conditions=react-server"],
          env: { TEST_STORAGE: "s3" },
          isolate: false,
          ...patience,
        },
      },
    ],
  },
});

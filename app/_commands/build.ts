import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ReadableError } from "@/db/readable-error";
import { type ProgramOptions, type ProgramResult, programPath, ROOT, runProgram } from "./children";

const STAMP = join(ROOT, ".next", "wederhoor-sources");
const FOLDERS = ["app", "components", "lib", "db"];
const NOT_BUILT =
  /\.test\.tsx?$|^(app\/_commands|db\/(commands|testing|embedded|dossier\/data))\/|^(vitest|playwright|drizzle)\.config\./;
const ROOT_FILE = /\.(ts|tsx|js|mjs)$|^package(-lock)?\.json$|^tsconfig\.json$/;

/** Whether `.next` holds a production build of the sources as they are now. */
export async function buildIsFresh(): Promise<boolean> {
  if (!existsSync(join(ROOT, ".next", "BUILD_ID"))) return false;
  return (await readFile(STAMP, "utf8").catch(() => "")) === (await hashSources());
}

type BuildOptions = Omit<ProgramOptions, "env">;

/** Builds the site for production and notes which sources it was made of. */
export async function buildApplication(options: BuildOptions): Promise<ProgramResult> {
  const hash = await hashSources();
  const result = await runProgram(process.execPath, [programPath("next", "dist/bin/next"), "build"], {
    ...options,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.code === 0) await writeFile(STAMP, hash);
  return result;
}

export async function buildOrExplain(options: BuildOptions): Promise<void> {
  const { code, output } = await buildApplication({ ...options, quiet: true });
  if (code !== 0) throw new ReadableError(`${output.trim()}\n\nThe site can't be built; see above.`);
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const path of (await listSources()).sort()) {
    hash.update(`\0${path}\0`).update(await readFile(join(ROOT, path)));
  }
  return hash.digest("hex");
}

async function listSources(): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(ROOT, { withFileTypes: true })) {
    if (entry.isFile() && ROOT_FILE.test(entry.name) && entry.name !== "next-env.d.ts") found.push(entry.name);
  }
  for (const folder of FOLDERS) {
    for (const entry of await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) found.push(join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length));
    }
  }
  return found.filter((path) => !NOT_BUILT.test(path));
}

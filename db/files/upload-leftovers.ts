import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** An upload goes on for as long; what of it was sent is thrown away afterwards. */
const DAYS = 7;

/**
 * Throws away what is left of uploads that nobody went on with for a week: they never became a file of a record.
 * @returns how many there were, and their bytes
 */
export async function removeLeftUploads(incoming: string, now: number): Promise<{ uploads: number; bytes: number }> {
  const left = { uploads: 0, bytes: 0 };
  const names = await readdir(incoming).catch(() => []);
  for (const name of names.filter((one) => !one.endsWith(".json"))) {
    const paths = [join(incoming, name), join(incoming, `${name}.json`)];
    const [bytes] = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
    if (!bytes || bytes.mtimeMs > now - DAYS * 86_400_000) continue;
    for (const path of paths) await rm(path, { force: true });
    left.uploads += 1;
    left.bytes += bytes.size;
  }
  return left;
}

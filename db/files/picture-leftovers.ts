import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What was drawn is kept for as long, and is drawn again when somebody asks. */
const DAYS = 90;
const DAY = 86_400_000;

/**
 * Throws away pictures of files that no row names, those that were drawn long ago, and what was left of a drawing that was cut off.
 * @returns of how many files
 */
export async function removeOldPictures(pictures: string, named: ReadonlySet<string>, now: number): Promise<number> {
  let removed = 0;
  for (const shelf of await readdir(pictures).catch(() => [])) {
    const isUnfinished = shelf.startsWith("making-");
    const folders = isUnfinished ? [""] : await readdir(join(pictures, shelf));
    for (const digest of folders) {
      const folder = join(pictures, shelf, digest);
      const age = now - ((await stat(folder).catch(() => null))?.mtimeMs ?? now);
      if (isUnfinished ? age < DAY : named.has(digest) && age < DAYS * DAY) continue;
      await rm(folder, { recursive: true, force: true });
      removed += 1;
    }
  }
  return removed;
}

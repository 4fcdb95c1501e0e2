import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ReadableError } from "@/db/readable-error";

const MARK = "practice";

/**
 * Where the site keeps its data, and whether it is one to practise on. A folder that was begun for practice stays so, however
 * it is opened; no other becomes one.
 * @param dataDir absolute; `--practice` has its own beside it
 * @throws ReadableError for a folder that holds something else, or a database of one's own
 */
export async function choosePractice(
  dataDir: string,
  { asked, ownDatabase }: { readonly asked: boolean; readonly ownDatabase: boolean },
): Promise<{ readonly dataDir: string; readonly isPractice: boolean }> {
  if (!asked) return { dataDir, isPractice: !ownDatabase && (await readFolder(dataDir)).includes(MARK) };
  if (ownDatabase) {
    throw new ReadableError("Practice has a database of its own: start it without DATABASE_URL.");
  }
  const folder = `${dataDir}-${MARK}`;
  const found = await readFolder(folder);
  if (found.length > 0 && !found.includes(MARK)) {
    throw new ReadableError(
      `${folder} holds something else than practice. Move it, or set DATA_DIR to another folder.`,
    );
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MARK), "Everything in this folder is made up, to practise on. It may be deleted.\n");
  return { dataDir: folder, isPractice: true };
}

const readFolder = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

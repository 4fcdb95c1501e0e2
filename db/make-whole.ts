import { randomBytes } from "node:crypto";
import { chmod, chown, link, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";

type FolderRights = { mode: number; owner?: { uid: number; gid: number } };

/**
 * Makes a folder, unless there is one: whoever meets it at that path meets it with its mode and its owner. What stands
 * there already is left as it is, for the caller to judge.
 */
export async function makeFolderWhole(path: string, { mode, owner }: FolderRights): Promise<void> {
  if (await exists(path)) return;
  const draft = draftOf(path);
  try {
    await mkdir(draft, { mode: 0o700 });
    if (owner) await chown(draft, owner.uid, owner.gid);
    await chmod(draft, mode);
    // Of two at once the later one takes an empty folder's place with its like, and leaves a used one alone.
    await rename(draft, path);
  } catch (error) {
    if (!(await exists(path))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Writes a private file, unless there is one: of two at once the first one's text stays, and nobody reads half of it. */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  if (await exists(path)) return;
  const draft = draftOf(path);
  try {
    await writeFile(draft, text, { flag: "wx", mode: 0o600 });
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

const draftOf = (path: string) => `${path}.${randomBytes(6).toString("hex")}`;

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

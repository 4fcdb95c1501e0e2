import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolderWhole } from "./make-whole";
import { ReadableError } from "./readable-error";

/** What opens something to whoever reads it. */
const SECRETS = ["nextauth-secret", "postgres-password", "postgres-roles.json", "demo-accounts.json"];
/** Set on a folder that everybody writes in, like /tmp. */
const STICKY = 0o1000;

/** The bits that others may have: root's folder is passed through by the account that the database runs as. */
const othersMay = () => (process.getuid?.() === 0 ? 0o011 : 0);

/**
 * Makes the data folder, and closes it to others, with the secrets in it: whoever asks first makes it alike, whatever the
 * umask is, and one that was left open before is closed.
 * @throws ReadableError when it can't be closed
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await makeFolderWhole(folder, { mode: 0o700 | othersMay() });
  const { mode } = await stat(folder);
  if (mode & STICKY) {
    throw new ReadableError(`${folder} is a folder that others write in. Set DATA_DIR to one of its own.`);
  }
  await close(folder, 0o700 | othersMay());
  for (const name of SECRETS) await close(join(/*turbopackIgnore: true*/ folder, name), 0o600);
}

async function close(path: string, most: number): Promise<void> {
  const found = await stat(path).catch(() => null);
  const others = found ? found.mode & 0o077 & ~most : 0;
  if (!found || others === 0) return;
  await chmod(path, found.mode & 0o7777 & ~others).catch((error: NodeJS.ErrnoException) => {
    throw new ReadableError(
      `Others may read ${path}, and this account can't close it (${error.code}). Run chmod ${most.toString(8)} on it.`,
    );
  });
}

import { createHash, randomBytes } from "node:crypto";
import { access, constants, lstat, mkdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { prepareDataFolder } from "../data-folder";
import { makeFolderWhole, writeFileWhole } from "../make-whole";
import { ReadableError } from "../readable-error";

/** The account that the server runs as; undefined: the one that runs us. PostgreSQL refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** Where things go that root keeps for an account that can't reach its home. */
export const SHARED_HOME = "/var/lib/wederhoor";

const PORT_FILE = ".s.PGSQL.5432";
const LONGEST_SOCKET_PATH = process.platform === "darwin" ? 103 : 107;

export type ServerFolders = {
  who: ServerUser;
  /** Holds everything below; the data folder itself, unless the server's account can't reach that. */
  home: string;
  /** PostgreSQL's own data folder. */
  cluster: string;
  /** Folder of the Unix socket, mode 0700. */
  sockets: string;
  log: string;
  /** The superuser's. */
  password: string;
  /** Those of the roles that own the tables and that the site runs as. */
  rolePasswords: { readonly owner: string; readonly runtime: string };
};

/** Decides where a data folder's server lives and who runs it, and makes the folders that must exist before it. */
export async function prepareServerFolders(dataDir: string): Promise<ServerFolders> {
  const folder = resolve(dataDir);
  const asRoot = process.getuid?.() === 0;
  await prepareDataFolder(folder).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ReadableError) throw error;
    throw new ReadableError(`The data folder ${folder} can't be made (${error.code}). Set DATA_DIR to one that can.`);
  });
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new ReadableError(
      `The data folder ${folder} belongs to another account. Start as that account or as root, or set DATA_DIR to another folder.`,
    );
  });
  const who = asRoot ? await accountFor(join(folder, "postgres")) : undefined;
  const home = who ? await homeFor(folder, who) : folder;
  const cluster = join(home, "postgres");
  await refuseForeign(cluster, asRoot);
  const sockets = await makeSocketFolder(home, who);
  return {
    who,
    home,
    cluster,
    sockets,
    log: join(home, "postgres.log"),
    password: await readOrCreate(join(folder, "postgres-password"), randomPassword()),
    rolePasswords: await readOrCreateRolePasswords(folder),
  };
}

/** Whether an account may pass through every folder above the path, and read the path itself. */
export async function canReach(path: string, who: { uid: number; gid: number }): Promise<boolean> {
  const target = await realpath(path).catch(() => undefined);
  if (!target) return false;
  for (let at = target; ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const bits = uid === who.uid ? mode >> 6 : gid === who.gid ? mode >> 3 : mode;
    if (!(bits & 0o1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Who owns a database made earlier goes on running it; a new one is nobody's. */
async function accountFor(cluster: string): Promise<{ uid: number; gid: number }> {
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const line = (await readFile("/etc/passwd", "utf8").catch(() => ""))
    .split("\n")
    .find((l) => l.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

async function homeFor(folder: string, who: { uid: number; gid: number }): Promise<string> {
  const note = join(folder, "postgres-is-elsewhere");
  const noted = (await readFile(note, "utf8").catch(() => "")).trim();
  if (noted) return noted;
  if (await canReach(folder, who)) return folder;
  const home = join(SHARED_HOME, shortHash(await realpath(folder)));
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(note, `${home}\n`);
  return home;
}

async function refuseForeign(cluster: string, asRoot: boolean): Promise<void> {
  const found = await stat(cluster).catch(() => undefined);
  if (!found || asRoot || found.uid === process.getuid?.()) return;
  throw new ReadableError(
    `The database in ${cluster} belongs to another account (number ${found.uid}). Start as that account or as root, or set DATA_DIR to another folder.`,
  );
}

async function makeSocketFolder(home: string, who: ServerUser): Promise<string> {
  const near = join(home, "run");
  const far = join(tmpdir().length > 50 ? "/tmp" : tmpdir(), `wederhoor-${shortHash(home)}`);
  const folder = Buffer.byteLength(join(near, PORT_FILE)) <= LONGEST_SOCKET_PATH ? near : far;
  await makeFolderWhole(folder, { mode: 0o700, owner: who });
  const found = await lstat(folder);
  const expected = who?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== expected || found.mode & 0o077) {
    throw new ReadableError(
      `${folder} must be a folder of mode 0700 that belongs to account number ${expected}: the database's socket goes there. Remove it and start again.`,
    );
  }
  return folder;
}

/** Made once: two first starts agree on one. */
async function readOrCreate(file: string, text: string): Promise<string> {
  await writeFileWhole(file, text);
  return (await readFile(file, "utf8")).trim();
}

const randomPassword = () => randomBytes(24).toString("base64url");

/** Whoever has one of them has neither another one nor the superuser's. */
async function readOrCreateRolePasswords(folder: string): Promise<ServerFolders["rolePasswords"]> {
  const made = { owner: randomPassword(), runtime: randomPassword() };
  return JSON.parse(await readOrCreate(join(folder, "postgres-roles.json"), JSON.stringify(made)));
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

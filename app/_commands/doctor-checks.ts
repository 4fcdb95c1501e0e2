import { constants } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createTransport } from "nodemailer";
import { askDatabase } from "@/db/commands/ask-database";
import { locateBinaries } from "@/db/embedded/binaries";
import { type Environment, loadEnvironment } from "@/db/environment";
import type { S3Storage } from "@/db/files/s3-storage";
import { openStorage } from "@/db/files/storage";
import { parseStorageUrl } from "@/db/files/storage-url";
import { formatFileSize } from "@/lib/text/file-size";
import { findChromium } from "./chromium";

/** `missing`: it is needed. `note`: something does not work without it, and the rest does. */
export type Finding = { readonly state: "fit" | "note" | "missing"; readonly sentence: string };

const fine = (sentence: string): Finding => ({ state: "fit", sentence });
const note = (sentence: string): Finding => ({ state: "note", sentence });
const missing = (sentence: string): Finding => ({ state: "missing", sentence });

const SIGNS = { fit: "✓", note: "·", missing: "✗" } as const;
export const describeFinding = ({ state, sentence }: Finding): string => `${SIGNS[state]} ${sentence}`;

/** Runs one check. What it throws is something that is missing, by its own words. */
export const inquire = (check: () => Promise<Finding>): Promise<Finding> =>
  check().catch((error: Error) => missing(error.message.split("\n").join(" ")));

export const CHECKS: Readonly<Record<string, () => Promise<Finding>>> = {
  "Node.js": async () => checkNode(process.versions.node),
  Settings: checkSettings,
  Database: () => checkDatabase(loadEnvironment()),
  Folder: () => checkFolder(loadEnvironment().DATA_DIR),
  Storage: () => checkStorage(loadEnvironment()),
  Disk: () => checkDisk(loadEnvironment().DATA_DIR),
  Clock: () => checkClock(loadEnvironment(), new Date()),
  Fetching: async () => checkFetching(loadEnvironment()),
  Mail: () => checkMail(loadEnvironment()),
  Chromium: checkChromium,
};

const NODE = [20, 19] as const;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  return isEnough
    ? fine(`Version ${version}.`)
    : missing(`Version ${version} is too old: install ${NODE.join(".")} or later.`);
}

async function checkSettings(): Promise<Finding> {
  const { HOST, PORT, TIME_ZONE } = loadEnvironment();
  return fine(`The site is at ${HOST}, port ${PORT}, by the clock of ${TIME_ZONE}.`);
}

/** Of PostgreSQL's own number for its version. */
const OLDEST_POSTGRES = 150_000;

export async function checkDatabase(environment: Environment): Promise<Finding> {
  const found = await askDatabase<{ number: number; version: string }>(
    environment,
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  if (!found) {
    locateBinaries();
    return fine("PostgreSQL is installed with Wederhoor, and starts with npm start.");
  }
  return found.number >= OLDEST_POSTGRES
    ? fine(`PostgreSQL ${found.version} answers.`)
    : missing(`PostgreSQL ${found.version} is too old: 15 or later is needed.`);
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The folder itself, or the nearest above it that is there. */
async function nearestFolder(path: string): Promise<string> {
  const whole = resolve(path);
  return (await isFolder(whole)) || dirname(whole) === whole ? whole : nearestFolder(dirname(whole));
}

export async function checkFolder(dataDir: string): Promise<Finding> {
  const folder = resolve(dataDir);
  const there = await nearestFolder(folder);
  const taken = there !== folder && (await stat(folder).catch(() => null));
  if (taken) return missing(`${folder} is no folder. Move it away, or set DATA_DIR to another.`);
  const places = [there, ...((await isFolder(join(folder, "files"))) ? [join(folder, "files")] : [])];
  for (const place of places) {
    const isOpen = await access(place, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isOpen)
      return missing(`This account can't write in ${place}. Give it the folder, or set DATA_DIR to another.`);
  }
  return fine(there === folder ? `${folder} can be written in.` : `${folder} is made by npm start.`);
}

/** Where files stand: a folder that can be written in, or a bucket in which a small file is written, read and removed. */
export async function checkStorage(environment: Environment): Promise<Finding> {
  const { STORAGE_URL, DATA_DIR } = environment;
  const location = STORAGE_URL ? parseStorageUrl(STORAGE_URL) : { folder: join(resolve(DATA_DIR), "files") };
  if (location && "folder" in location) {
    const found = await checkFolder(location.folder);
    return found.state === "fit" ? fine(`Files stand in ${location.folder}.`) : found;
  }
  const storage = openStorage(environment) as S3Storage;
  const { address } = storage.client;
  const probed = await storage.probe().catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    return `Files can't be written, read and removed at ${address} (${cause}). Look at STORAGE_URL and the AWS_ variables.`;
  });
  if (typeof probed === "string") return missing(probed);
  return probed.isConditional
    ? fine(`Files can be written, read and removed at ${address}, and none is written over.`)
    : note(
        `Files can be written, read and removed at ${address}, which knows no If-None-Match: let one server write.`,
      );
}

const GIGABYTE = 1024 ** 3;

export async function checkDisk(dataDir: string, read = statfs): Promise<Finding> {
  const folder = await nearestFolder(dataDir);
  const { bavail, bsize } = await read(folder);
  const free = bavail * bsize;
  const said = `${formatFileSize(free, "en")} free where ${folder} is`;
  if (free < GIGABYTE / 2) return missing(`Only ${said}: at least half a gigabyte is needed.`);
  return free < 5 * GIGABYTE
    ? note(`${said}: little for files that are handed in and pages that are preserved.`)
    : fine(`${said}.`);
}

/** In seconds: more, and what is signed and what is due by the clock are wrong. */
const MOST_APART = 60;

export async function checkClock(environment: Environment, now: Date): Promise<Finding> {
  const asked = await askDatabase<{ now: string; revisions: string | null }>(
    environment,
    "select extract(epoch from clock_timestamp())::text as now, to_regclass('public.revisions')::text as revisions",
  );
  const said = now.toISOString();
  if (!asked) return note(`It is ${said} here; there is no other clock to hold that against.`);
  const written = asked.revisions
    ? await askDatabase<{ at: string | null }>(
        environment,
        "select extract(epoch from max(at))::text as at from revisions",
      )
    : null;
  const ahead = (seconds: string) => Math.round(Number(seconds) - now.getTime() / 1000);
  const apart = ahead(asked.now);
  if (Math.abs(apart) > MOST_APART)
    return missing(`It is ${said} here, and the database is ${apart} s from that: set one of the clocks.`);
  if (written?.at && ahead(written.at) > MOST_APART) {
    return missing(
      `It is ${said} here, and the history ends ${ahead(written.at)} s after that: this clock is behind.`,
    );
  }
  return fine(`It is ${said} here, as in the database.`);
}

export function checkFetching({ FETCH_PAGES, FETCH_ALLOWED }: Environment): Finding {
  if (FETCH_PAGES !== "on")
    return note("The server asks for no pages. FETCH_PAGES=on lets it preserve and watch them.");
  const own = FETCH_ALLOWED ? `, and of its own net for ${FETCH_ALLOWED}` : "";
  return fine(`The server asks for public pages${own}.`);
}

export async function checkMail({ SMTP_URL, CHECKPOINT_MAIL }: Environment): Promise<Finding> {
  if (!SMTP_URL)
    return note("No mail is sent. SMTP_URL names a server that takes it; checkpoints can then leave by mail.");
  const transport = createTransport(SMTP_URL, {
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 5000,
  });
  try {
    await transport.verify();
    return fine(`The mail server answers${CHECKPOINT_MAIL ? `; checkpoints go to ${CHECKPOINT_MAIL}` : ""}.`);
  } catch (error) {
    return missing(`The mail server at SMTP_URL does not take mail (${(error as Error).message}).`);
  } finally {
    transport.close();
  }
}

async function checkChromium(): Promise<Finding> {
  const found = await findChromium();
  if (found) return fine(`${found}, for pictures of preserved pages, tests in a browser and screenshots.`);
  return note(
    "There is none. The site does without, and preserves pages without pictures of them; tests in a browser install one themselves, or: apt-get install chromium, or set CHROMIUM_PATH to one.",
  );
}

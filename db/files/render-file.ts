import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { UnreadReason } from "@/lib/records/file";
import type { RedactionBox } from "@/lib/records/redaction";
import type { FileStorage } from "./file-storage";

/** A file as its row says. */
export type StoredFile = { readonly digest: string; readonly size: number; readonly type: string };
export type RenderProblem = UnreadReason | "no page";

/** Of a file so much is read, and its process may take so much memory: bytes. */
const [LONGEST, MEMORY] = [256 * 2 ** 20, 1536 * 2 ** 20];
/** Milliseconds that each task may take. */
const TIMES = { picture: 30_000, metadata: 20_000, redaction: 180_000 } as const;
/** Processes at once; others wait. */
const AT_ONCE = 2;

type RenderTask =
  | { readonly name: "picture"; readonly page: number; readonly thumbnail: number; readonly width: number }
  | { readonly name: "redaction"; readonly boxes: readonly RedactionBox[] }
  | { readonly name: "metadata" };

/**
 * Has a task done with a stored PDF or image by `render/render.mjs`, a process of its own with bounds to its time and memory,
 * and reads what it made.
 * @param read is given what the process said, and the folder in which its files stand until `read` has ended
 */
export async function renderFile<Made, R>(
  storage: FileStorage,
  file: StoredFile,
  task: RenderTask,
  read: (made: Made | { readonly problem: RenderProblem }, folder: string) => Promise<R>,
  memory = MEMORY,
): Promise<R> {
  if (file.size > LONGEST) return read({ problem: "too long" }, "");
  await mkdir(storage.pictures, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(storage.pictures, "making-"));
  try {
    const said = await inTurn(() => runRenderer(storage, file, { ...task, type: file.type, folder, memory }));
    return await read(said === null ? { problem: "unreadable" } : (JSON.parse(said) as Made), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns null when it was ended before it had anything to say */
async function runRenderer(
  storage: FileStorage,
  { digest }: StoredFile,
  task: RenderTask & Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const script = join(process.cwd(), "db/files/render/render.mjs");
  const child = spawn(process.execPath, ["--max-old-space-size=512", script, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { NODE_ENV: "production" },
    timeout: TIMES[task.name],
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve).once("error", () => resolve(null));
  });
  const bytes = storage.open(digest);
  // A reader that ended early has no input any more.
  child.stdin.on("error", () => bytes.destroy());
  bytes.on("error", () => child.kill("SIGKILL")).pipe(child.stdin);
  const said = (await child.stdout.setEncoding("utf8").toArray()).join("");
  return (await ended) === 0 && said !== "" ? said : null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<R>(work: () => Promise<R>): Promise<R> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

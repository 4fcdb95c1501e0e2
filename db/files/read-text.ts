import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { UnreadReason } from "@/lib/records/file";
import type { FileStorage } from "./file-storage";

/** Of a file so much is read: bytes, pages, letters, and milliseconds. */
const MOST = { bytes: 256 * 2 ** 20, pages: 3000, letters: 20_000_000, time: 120_000 };
/** A part of a text without pages; PostgreSQL indexes so much of one row. */
const PART = 50_000;

type TextPage = { readonly page: number; readonly text: string };
type FileText = {
  readonly pages: number;
  readonly problem: UnreadReason | null;
  readonly texts: readonly TextPage[];
};
type Stored = { readonly digest: string; readonly size: number; readonly type: string };

/** Types that have a text. */
export const TEXT_TYPES = ["application/pdf", "text/plain"] as const;

/** The text of a stored file, page by page; of one that has none, or can't be read, why. */
export async function readFileText(storage: FileStorage, file: Stored): Promise<FileText> {
  if (file.size > MOST.bytes) return { pages: 0, problem: "too long", texts: [] };
  const read =
    file.type === "application/pdf" ? await readPdf(storage.open(file.digest)) : await readPlain(storage, file);
  const texts = read.texts
    .map(({ page, text }) => ({ page, text: text.toWellFormed().replaceAll("\0", "").trim() }))
    .filter(({ text }) => text !== "");
  return { ...read, texts, problem: read.problem ?? (texts.length === 0 ? "no text" : null) };
}

async function readPlain(storage: FileStorage, { digest }: Stored): Promise<FileText> {
  const bytes = await storage.open(digest).toArray();
  const whole = new TextDecoder().decode(Buffer.concat(bytes as Buffer[]));
  const text = whole.slice(0, MOST.letters);
  const texts = Array.from({ length: Math.ceil(text.length / PART) }, (_, index) => ({
    page: index + 1,
    text: text.slice(index * PART, (index + 1) * PART),
  }));
  return { pages: texts.length, problem: whole.length > text.length ? "too long" : null, texts };
}

type Line = TextPage | Omit<FileText, "texts">;

/** By a process of its own, with bounds to its time and memory. */
async function readPdf(bytes: Readable): Promise<FileText> {
  const script = join(process.cwd(), "db/files/pdf-text.mjs");
  const args = ["--max-old-space-size=512", script, String(MOST.pages), String(MOST.letters)];
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "ignore"],
    env: { NODE_ENV: "production" },
    timeout: MOST.time,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve).once("error", () => resolve(null));
  });
  // A reader that ended early has no input any more.
  child.stdin.on("error", () => bytes.destroy());
  bytes.on("error", () => child.kill("SIGKILL")).pipe(child.stdin);
  const said = (await child.stdout.setEncoding("utf8").toArray()).join("");
  const isWhole = (await ended) === 0;
  const lines = said.split("\n").filter(Boolean);
  const read = isWhole ? lines.map((line) => JSON.parse(line) as Line) : [];
  const texts = read.flatMap((line) => ("text" in line ? [line] : []));
  const end = read.find((line) => "pages" in line);
  return { pages: end?.pages ?? 0, problem: end ? end.problem : "unreadable", texts };
}

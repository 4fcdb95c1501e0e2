import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

export type Inspected = { readonly digest: string; readonly size: number; readonly type: string };

const SAMPLE = 64 * 1024;
const READ_AT_ONCE = 1024 * 1024;

/** What a local file is by its bytes alone: its SHA-256, how long, and of what type; in a constant amount of memory. */
export async function inspectFile(path: string): Promise<Inspected> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: READ_AT_ONCE })) hash.update(part as Buffer);
  const { size } = await stat(path);
  return { digest: hash.digest("hex"), size, type: await typeOf(path) };
}

/** A type with a signature by that; else plain text when its beginning is nothing else than that. */
async function typeOf(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime;
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return isPlainText(buffer.subarray(0, bytesRead)) ? "text/plain" : "application/octet-stream";
  } finally {
    await handle.close();
  }
}

/** UTF-8 without control characters and without markup, which a browser could take for a page. */
function isPlainText(bytes: Buffer): boolean {
  try {
    // A sample may end within a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return !/[^\P{Cc}\t\n\v\f\r]/u.test(text) && !/^\s*<[!?a-z]/i.test(text);
  } catch {
    return false;
  }
}

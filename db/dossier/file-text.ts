import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DossierProblem } from "./problem";

type DossierText = { readonly text: string } | { readonly problems: DossierProblem[] };

/** What reading a file can end in, other than that it is not there. */
const UNREADABLE: Record<string, string> = {
  EISDIR: "is a folder, not a file",
  EACCES: "may not be read by this account",
  EPERM: "may not be read by this account",
};
const CURE = "save it as “CSV UTF-8” in Excel, or as UTF-8 in the editor that made it";

/** A file's text: UTF-8, or UTF-16 with its mark, which Excel calls Unicode text. Null when there is no such file. */
export async function readDossierText(folder: string, file: string): Promise<DossierText | null> {
  try {
    return decode(file, await readFile(join(folder, file)));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    const reason = UNREADABLE[code];
    if (!reason) throw error;
    return { problems: [{ file, line: null, column: null, reason }] };
  }
}

function decode(file: string, bytes: Buffer): DossierText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString("utf16le") };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes.subarray(2)) };
  const { garbled, hasUtf8 } = linesOf(bytes);
  const [first] = garbled;
  if (first === undefined) return { text: bytes.toString("utf8") };
  // A file of one byte for a letter holds no letter of UTF-8; one that holds both was damaged.
  if (!hasUtf8 && isWindows1252(bytes)) {
    const also = garbled.length > 1 ? `, as on ${garbled.length - 1} more lines` : "";
    const reason = `is written in Windows-1252, not in UTF-8${also}: ${CURE}`;
    return { problems: [{ file, line: first, column: null, reason }] };
  }
  const reason = "is not written in UTF-8";
  return { problems: garbled.map((line) => ({ file, line, column: null, reason })) };
}

/** The lines that are no UTF-8, and whether another one holds more of it than ASCII. */
function linesOf(bytes: Buffer): { garbled: number[]; hasUtf8: boolean } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const garbled: number[] = [];
  let hasUtf8 = false;
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      const text = decoder.decode(bytes.subarray(start, end));
      hasUtf8 ||= text.length < end - start;
    } catch {
      garbled.push(line);
    }
    start = end + 1;
  }
  return { garbled, hasUtf8 };
}

/** Windows-1252 leaves five bytes without a letter, and a text in it has letters of the West among its signs. */
function isWindows1252(bytes: Buffer): boolean {
  const high = bytes.filter((byte) => byte > 0x7f);
  return !high.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
}

import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { PictureSize } from "@/lib/records/file";
import { type FileStorage, pictureShelf } from "./file-storage";
import { renderFile, type StoredFile } from "./render-file";

/** Pixels across. */
const WIDTHS = { thumbnail: 240, width: 1400 };

export type Picture = { readonly bytes: Readable; readonly length: number };

/** What is made of a file stands under its digest too, apart from the originals: thrown away it is made again. */
const shelfOf = (storage: FileStorage, { digest }: StoredFile) => pictureShelf(storage, digest);

/**
 * A page of a stored PDF or image as WebP, drawn when it is first asked for.
 * @returns null when there is none: no such page, bytes that are missing, or nothing that can be drawn
 */
export async function openPagePicture(
  storage: FileStorage,
  file: StoredFile,
  page: number,
  size: PictureSize,
): Promise<Picture | null> {
  const path = join(shelfOf(storage, file), `${page}-${size}.webp`);
  const length = (await drawnSize(path)) ?? (await drawOnce(storage, file, page, path));
  return length === null || length === 0 ? null : { bytes: createReadStream(path), length };
}

/** What can't be drawn is kept as an empty file for so many milliseconds, within which nobody draws it in vain again. */
const GIVEN_UP = 3_600_000;

/** @returns null when it is to be drawn */
async function drawnSize(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  if (!found || (found.size === 0 && found.mtimeMs < Date.now() - GIVEN_UP)) return null;
  return found.size;
}

const drawing = new Map<string, Promise<void>>();

/** Whoever asks for the same page meanwhile waits for the same drawing. */
async function drawOnce(storage: FileStorage, file: StoredFile, page: number, path: string): Promise<number | null> {
  if (!(await storage.has(file.digest))) return null;
  const key = `${shelfOf(storage, file)} ${page}`;
  const drawn =
    drawing.get(key) ??
    drawPage(storage, file, page).finally(() => {
      drawing.delete(key);
    });
  drawing.set(key, drawn);
  await drawn;
  return drawnSize(path);
}

function drawPage(storage: FileStorage, file: StoredFile, page: number): Promise<void> {
  return renderFile(storage, file, { name: "picture", page, ...WIDTHS }, async (made: object, folder) => {
    // Of pages that there are not, nobody can fill the disk with empty files.
    if ("problem" in made && made.problem === "no page") return;
    const shelf = shelfOf(storage, file);
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    for (const size of ["thumbnail", "page"] as const) {
      const path = join(shelf, `${page}-${size}.webp`);
      if ("problem" in made) await writeFile(path, "");
      else await rename(join(folder, `${size}.webp`), path);
    }
  });
}

export type MetadataEntry = readonly [name: string, value: string];

/** What a stored PDF or image says of itself beside what it shows: EXIF, or the PDF's own description; read once. */
export async function readMetadata(storage: FileStorage, file: StoredFile): Promise<readonly MetadataEntry[]> {
  const path = join(shelfOf(storage, file), "metadata.json");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) return JSON.parse(known) as MetadataEntry[];
  if (!(await storage.has(file.digest))) return [];
  return renderFile(storage, file, { name: "metadata" }, async (made: object, folder) => {
    const entries = "entries" in made ? (made.entries as MetadataEntry[]) : [];
    if (folder === "") return entries;
    await writeFile(join(folder, "metadata.json"), JSON.stringify(entries));
    await mkdir(shelfOf(storage, file), { recursive: true, mode: 0o700 });
    await rename(join(folder, "metadata.json"), path);
    return entries;
  });
}

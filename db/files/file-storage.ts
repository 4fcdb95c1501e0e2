import { join } from "node:path";
import type { Readable } from "node:stream";
import type { DataStore } from "@tus/utils";

/** Inclusive bytes, as in a Range header. */
export type ByteRange = { readonly first: number; readonly last: number };

/** Uploads that grow, until they are whole and stored. */
export interface Uploads extends DataStore {
  /** @returns where the bytes of a whole one stand in a local file */
  whole(id: string): Promise<string>;
  /** Forgets an upload whose bytes stand elsewhere now. */
  forget(id: string): Promise<void>;
  /**
   * Throws away what is left of uploads that nobody went on with for a week: they never became a file of a record.
   * @returns how many there were, and their bytes
   */
  removeLeft(now: number): Promise<{ uploads: number; bytes: number }>;
}

/** Files under their SHA-256, each once, unchanged since they came. What is asked of a storage that is away is Unavailable. */
export interface FileStorage {
  /** The local folder in which a file is made that is to be stored; not there until somebody makes it. */
  readonly incoming: string;
  /** The local folder of pictures of pages, which can be made again. */
  readonly pictures: string;
  readonly uploads: Uploads;
  /**
   * Stores a whole local file, and takes it from where it was. Durable when it returns.
   * @param path in `incoming`, or on the same disk
   * @param digest SHA-256 of the file, lower-case hexadecimal, as its caller computed
   * @returns false when it was there before: the local file is deleted then
   */
  keep(path: string, digest: string): Promise<boolean>;
  has(digest: string): Promise<boolean>;
  /** @returns null when it is not there */
  sizeOf(digest: string): Promise<number | null>;
  open(digest: string, range?: ByteRange): Readable;
  /** Destroys what stands under a digest, with the pictures of it: for an erasure, which nothing else is. Nothing there is no error. */
  remove(digest: string): Promise<void>;
  /** The digests of all that is here. */
  list(): AsyncGenerator<string>;
}

const DIGEST = /^[0-9a-f]{64}$/;
export const isDigest = (name: string): boolean => DIGEST.test(name);

/** Below the root of a storage, a folder's and a bucket's alike: what is in one can be copied into the other. */
export function objectName(digest: string): string {
  if (!isDigest(digest)) throw new Error("A file is named by its SHA-256.");
  return `objects/${digest.slice(0, 2)}/${digest}`;
}

/** The local folder of what was drawn of a file. */
export const pictureShelf = ({ pictures }: Pick<FileStorage, "pictures">, digest: string): string =>
  join(pictures, digest.slice(0, 2), digest);

/** An upload goes on for so many milliseconds; what of it was sent is thrown away afterwards. */
export const UPLOAD_LASTS = 7 * 86_400_000;

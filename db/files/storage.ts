import { join, resolve } from "node:path";
import { ReadableError } from "../readable-error";
import type { FileStorage } from "./file-storage";
import { FolderStorage } from "./folder-storage";
import { S3Client, type S3Variables } from "./s3-client";
import { S3Storage } from "./s3-storage";
import { parseStorageUrl } from "./storage-url";

type Variables = S3Variables & { readonly STORAGE_URL?: string | undefined; readonly DATA_DIR?: string | undefined };

/** The installation's storage: where STORAGE_URL says; else the folder `files` beside its other data. */
export function openStorage(variables: Variables = process.env as Variables): FileStorage {
  const local = join(
    /*turbopackIgnore: true*/ resolve(/*turbopackIgnore: true*/ variables.DATA_DIR || ".data"),
    "files",
  );
  if (!variables.STORAGE_URL) return new FolderStorage(local);
  const location = parseStorageUrl(variables.STORAGE_URL);
  if (!location) throw new ReadableError("STORAGE_URL is no address of a storage.");
  if ("folder" in location) return new FolderStorage(location.folder);
  return new S3Storage(new S3Client(location, variables), local);
}

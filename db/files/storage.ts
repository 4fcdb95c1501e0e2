import { join, resolve } from "node:path";
import { FolderStorage } from "./folder-storage";

/** The installation's storage: the folder `files` beside its other data. */
export const openStorage = (): FolderStorage =>
  new FolderStorage(join(resolve(process.env.DATA_DIR || ".data"), "files"));

import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FileStorage, objectName } from "../files/file-storage";
import { removeObject } from "../files/s3-objects";
import { S3Storage } from "../files/s3-storage";
import { openStorage } from "../files/storage";
import { startS3Server } from "./s3-server";

export type TestStorage = {
  readonly storage: FileStorage;
  /** A folder of its own, for what is to be stored. */
  readonly folder: string;
  /** What a disk, a service or a hand may do past the program: other bytes under this digest, or none. */
  spoil(digest: string): Promise<void>;
  lose(digest: string): Promise<void>;
  close(): Promise<void>;
};

/** An empty storage: a folder, or, where the tests are run with TEST_STORAGE=s3, a bucket of a server of its own. */
export async function openTestStorage(): Promise<TestStorage> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-storage-"));
  return process.env.TEST_STORAGE === "s3" ? openBucket(folder) : openFolder(folder);
}

async function openFolder(folder: string): Promise<TestStorage> {
  const placeOf = (digest: string) => join(folder, "files", objectName(digest));
  return {
    storage: openStorage({ DATA_DIR: folder }),
    folder,
    spoil: async (digest) => {
      await chmod(placeOf(digest), 0o600);
      await writeFile(placeOf(digest), "something else");
    },
    lose: (digest) => rm(placeOf(digest)),
    close: () => rm(folder, { recursive: true }),
  };
}

async function openBucket(folder: string): Promise<TestStorage> {
  const server = await startS3Server(join(folder, "s3"));
  const storage = openStorage({ DATA_DIR: folder, ...server.variables });
  if (!(storage instanceof S3Storage)) throw new Error("The bucket of the tests is no bucket.");
  const { client } = storage;
  return {
    storage,
    folder,
    spoil: async (digest) => {
      (await client.send("PUT", objectName(digest), { body: Buffer.from("something else") })).resume();
    },
    lose: (digest) => removeObject(client, objectName(digest)),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { Unavailable } from "../connection/unavailable";
import type { ByteRange } from "./file-storage";
import { type S3Client, S3Refusal, valuesOf } from "./s3-client";

/** Of a file so many bytes are in memory at once; S3 takes no smaller part but the last. */
const PART = 8 * 2 ** 20;
const MOST_PARTS = 10_000;
/** A read that was cut off goes on where it was, so often. */
const READ_AGAIN = 3;

export type ListedObject = { readonly name: string; readonly size: number; readonly at: number };

/** What of a bucket begins with these letters, in the order of its names. */
export async function* listObjects(client: S3Client, beginning: string): AsyncGenerator<ListedObject> {
  let token: string | undefined;
  do {
    const query = {
      "list-type": "2",
      prefix: `${client.prefix}${beginning}`,
      ...(token && { "continuation-token": token }),
    };
    const { text } = await client.sendForText("GET", "", { query });
    for (const [, entry = ""] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const [key = "", size, at] = ["Key", "Size", "LastModified"].map((name) => valuesOf(entry, name)[0]);
      yield { name: key.slice(client.prefix.length), size: Number(size), at: Date.parse(at ?? "") };
    }
    [token] = valuesOf(text, "NextContinuationToken");
  } while (token);
}

/** @returns null when there is none */
export async function objectSize(client: S3Client, name: string): Promise<number | null> {
  try {
    const answer = await client.send("HEAD", name);
    answer.resume();
    return Number(answer.headers["content-length"]);
  } catch (error) {
    if (isRefused(error, 404)) return null;
    throw error;
  }
}

export const isRefused = (error: unknown, ...statuses: number[]): error is S3Refusal =>
  error instanceof S3Refusal && statuses.includes(error.status);

export async function removeObject(client: S3Client, name: string): Promise<void> {
  (await client.send("DELETE", name)).resume();
}

/** The bytes of an object, or a range of them. */
export function readObject(client: S3Client, name: string, range?: ByteRange): Readable {
  return Readable.from(partsOf(client, name, range), { objectMode: false });
}

async function* partsOf(client: S3Client, name: string, { first, last }: Partial<ByteRange> = {}) {
  let [next, cuts] = [first ?? 0, 0];
  for (;;) {
    const headers = next > 0 || last !== undefined ? { range: `bytes=${next}-${last ?? ""}` } : undefined;
    const answer = await client.send("GET", name, { headers });
    const whole = next + Number(answer.headers["content-length"]);
    try {
      for await (const part of answer) {
        next += part.length;
        // A reader who takes their time has the line cut now and then, and goes on.
        cuts = 0;
        yield part;
      }
      if (next >= whole) return;
    } catch (error) {
      // All of it came, and only the end of the line was lost.
      if (next >= whole) return;
      cuts += 1;
      if (cuts > READ_AGAIN) throw new Unavailable("The storage of files was cut off.", { cause: error });
    }
  }
}

/** Only where nothing stands yet; a service that does not know the condition writes the same bytes again. */
const ONCE = { "if-none-match": "*" };

/**
 * Stores bytes under a name under which nothing stands.
 * @param sha256 of the bytes, where it is known
 * @returns false when something does
 */
export async function putOnce(client: S3Client, name: string, body: Buffer, sha256?: string): Promise<boolean> {
  try {
    (await client.send("PUT", name, { body, headers: ONCE, ...(sha256 && { sha256 }) })).resume();
    return true;
  } catch (error) {
    if (isRefused(error, 412)) return false;
    throw error;
  }
}

/** The same of a local file, in parts where it is long. @param sha256 of the file */
export async function putFileOnce(client: S3Client, name: string, path: string, sha256: string): Promise<boolean> {
  const { size } = await stat(path);
  const file = await open(path, "r");
  const read = async (start: number, length: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, start);
    if (bytesRead !== length) throw new Error("A file that is to be stored became shorter.");
    return buffer;
  };
  try {
    if (size <= PART) return await putOnce(client, name, await read(0, size), sha256);
    return await putParts(client, name, size, read);
  } finally {
    await file.close();
  }
}

type Read = (start: number, length: number) => Promise<Buffer>;

async function putParts(client: S3Client, name: string, size: number, read: Read): Promise<boolean> {
  const { text } = await client.sendForText("POST", name, { query: { uploads: "" } });
  const [uploadId] = valuesOf(text, "UploadId");
  if (!uploadId) throw new Error("The storage named no multipart upload.");
  try {
    const length = Math.max(PART, Math.ceil(size / MOST_PARTS));
    const parts: string[] = [];
    for (let start = 0; start < size; start += length) {
      const body = await read(start, Math.min(length, size - start));
      const partNumber = String(parts.length + 1);
      const sha256 = createHash("sha256").update(body).digest("hex");
      const answer = await client.send("PUT", name, { query: { partNumber, uploadId }, body, sha256 });
      answer.resume();
      parts.push(`<Part><PartNumber>${partNumber}</PartNumber><ETag>${answer.headers.etag}</ETag></Part>`);
    }
    return await completeParts(client, name, uploadId, parts);
  } catch (error) {
    await abortParts(client, name, uploadId).catch(() => undefined);
    throw error;
  }
}

async function completeParts(client: S3Client, name: string, uploadId: string, parts: readonly string[]) {
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`);
  try {
    const { text } = await client.sendForText("POST", name, { query: { uploadId }, body, headers: ONCE });
    // It answers 200 before it knows whether it can.
    const [code] = /<Error>/.test(text) ? valuesOf(text, "Code") : [];
    if (code) throw new S3Refusal(500, code, `The storage did not put the parts together (${code}).`);
    return true;
  } catch (error) {
    if (isRefused(error, 412)) {
      await abortParts(client, name, uploadId).catch(() => undefined);
      return false;
    }
    // Done by a request of which the answer was lost.
    if (isRefused(error, 404) && (await objectSize(client, name)) !== null) return true;
    throw error;
  }
}

async function abortParts(client: S3Client, name: string, uploadId: string): Promise<void> {
  (await client.send("DELETE", name, { query: { uploadId } })).resume();
}

/** Throws away parts that were begun before a moment and never put together. Services that can't list them have a rule of their own. */
export async function abortOldParts(client: S3Client, before: number): Promise<number> {
  const query = { uploads: "", prefix: client.prefix };
  const listed = await client.sendForText("GET", "", { query }).catch((error: unknown) => {
    if (isRefused(error, 400, 403, 404, 405, 501)) return null;
    throw error;
  });
  let aborted = 0;
  for (const [, entry = ""] of listed?.text.matchAll(/<Upload>(.*?)<\/Upload>/gs) ?? []) {
    const [key = "", uploadId = "", at = ""] = ["Key", "UploadId", "Initiated"].map(
      (name) => valuesOf(entry, name)[0],
    );
    if (Date.parse(at) > before) continue;
    await abortParts(client, key.slice(client.prefix.length), uploadId);
    aborted += 1;
  }
  return aborted;
}

import { createHash } from "node:crypto";
import type { Fixity } from "@/lib/records/file";
import { Unavailable } from "../connection/unavailable";
import type { FileStorage } from "./file-storage";

/**
 * Whether what stands under a digest still has it: read from the first byte to the last, in a constant amount of memory.
 * @throws Unavailable of a storage that is away, which says nothing of the file
 */
export async function checkBytes(
  storage: FileStorage,
  digest: string,
): Promise<{ fixity: Fixity; found: string | null }> {
  const hash = createHash("sha256");
  try {
    if (!(await storage.has(digest))) return { fixity: "missing", found: null };
    for await (const part of storage.open(digest)) hash.update(part as Buffer);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return { fixity: "unreadable", found: null };
  }
  const found = hash.digest("hex");
  return { fixity: found === digest ? "intact" : "changed", found };
}

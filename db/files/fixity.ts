import { createHash } from "node:crypto";
import type { Fixity } from "@/lib/records/file";
import type { FolderStorage } from "./folder-storage";

/** Whether what stands under a digest still has it: read from the first byte to the last, in a constant amount of memory. */
export async function checkBytes(
  storage: FolderStorage,
  digest: string,
): Promise<{ fixity: Fixity; found: string | null }> {
  if (!(await storage.has(digest))) return { fixity: "missing", found: null };
  const hash = createHash("sha256");
  try {
    for await (const part of storage.open(digest)) hash.update(part as Buffer);
  } catch {
    return { fixity: "unreadable", found: null };
  }
  const found = hash.digest("hex");
  return { fixity: found === digest ? "intact" : "changed", found };
}

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareDataFolder } from "@/db/data-folder";
import { writeFileWhole } from "@/db/make-whole";

/** The secret that signs the session cookies, made at the first start and kept, so that a restart signs nobody out. */
export async function readOrCreateSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "nextauth-secret");
  await prepareDataFolder(dataDir);
  await writeFileWhole(file, randomBytes(32).toString("base64url"));
  return (await readFile(file, "utf8")).trim();
}

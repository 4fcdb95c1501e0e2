import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedServer, startEmbedded } from "../embedded/server";

/** A private server in a temporary folder, for tests that stop or kill it; call `destroy()` when done. */
export async function startPrivateServer(): Promise<EmbeddedServer & { dataDir: string }> {
  const dataDir = join(tmpdir(), `wederhoor-private-${randomBytes(6).toString("hex")}`);
  return { ...(await startEmbedded({ dataDir, durable: false })), dataDir };
}

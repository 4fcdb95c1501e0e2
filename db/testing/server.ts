import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedServer, startEmbedded } from "../embedded/server";

/** A private server in a temporary folder, for tests that stop or kill it; call `destroy()` when done. */
export async function startPrivateServer(): Promise<EmbeddedServer & { dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "wederhoor-test-"));
  return { ...(await startEmbedded({ dataDir, durable: false })), dataDir };
}

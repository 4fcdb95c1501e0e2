import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { onExit } from "@/db/commands/lifetime";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";

/**
 * A PostgreSQL of its own for a bench, migrated and connected to, gone with its folder when the command ends.
 * @param options whether a COMMIT waits for the disk
 */
export async function startBenchDatabase(name: string, options: { durable: boolean }) {
  const folder = await mkdtemp(join(tmpdir(), `wederhoor-${name}-`));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  const server = await startEmbedded({ dataDir: folder, ...options });
  onExit(() => server.destroy());
  process.env.DATABASE_URL = server.url();
  await migrate(server.url());
  onExit(() => closeDatabase());
  return { folder, server };
}

import { startEmbedded } from "../embedded/server";

// Run by the launcher's tests in a process of its own, to be killed: starts the server of a data folder and keeps it.
const dataDir = process.argv[2] ?? "";
try {
  const server = await startEmbedded({ dataDir, durable: false });
  process.on("SIGTERM", () => server.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted }));
  await server.ended;
  console.log("lost");
} catch (error) {
  console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }));
  process.exit(1);
}

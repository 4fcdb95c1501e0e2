import { keepRunningJobs } from "@/db/captures/run-jobs";
import { onExit, runCommand } from "@/db/commands/lifetime";

/** Does the queue's jobs as `npm start` does them, in a process of its own, which the drill kills. */
await runCommand(async () => {
  const address = process.env.DATABASE_URL ?? "";
  onExit(keepRunningJobs({ address: () => address, chromium: process.env.CHROMIUM_PATH, log: console.error }));
  return new Promise<number>(() => undefined);
});

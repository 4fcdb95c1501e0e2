import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { prepareServerFolders } from "./server-folders";

/** Called before each call that the folders' making makes to the file system. */
const between = vi.hoisted((): { step: () => Promise<void> } => ({ step: async () => undefined }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>();
  const entries = Object.entries(real).map(([name, work]) => [
    name,
    typeof work !== "function"
      ? work
      : async (...args: unknown[]) => {
          await between.step();
          return (work as (...args: unknown[]) => unknown)(...args);
        },
  ]);
  return Object.fromEntries(entries);
});

let parent: string;
const umask = process.umask();
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "wederhoor-first-"));
  await chmod(parent, 0o711);
});
afterAll(async () => {
  process.umask(umask);
  await rm(parent, { recursive: true });
});

/** Prepares a new folder and, before one of its steps, the same folder once more, from beginning to end. */
async function prepareTwice(name: string, interruptedAt: number) {
  const folder = join(parent, name);
  let steps = 0;
  let other: ReturnType<typeof prepareServerFolders> | undefined;
  between.step = async () => {
    if (other || steps++ !== interruptedAt) return;
    other = prepareServerFolders(folder);
    await other;
  };
  const mine = await prepareServerFolders(folder).finally(() => {
    between.step = async () => undefined;
  });
  return { folder, steps, mine, other: await other };
}

it.each(["022", "077"])(
  "two first starts agree on everything, wherever the one overtakes the other (umask %s)",
  async (mask) => {
    process.umask(mask);
    const { steps } = await prepareTwice(`alone-${mask}`, -1);
    expect(steps).toBeGreaterThan(10);
    for (let at = 0; at < steps; at++) {
      const { folder, mine, other } = await prepareTwice(`${mask}-${at}`, at);
      expect(other, `step ${at}`).toEqual(mine);
      const run = await stat(mine.sockets);
      expect([run.uid, run.mode & 0o777]).toEqual([mine.who?.uid ?? process.getuid?.(), 0o700]);
      expect(mine.home).toBe(folder);
      // No draft is left behind.
      expect((await readdir(folder)).sort()).toEqual(["postgres-password", "postgres-roles.json", "run"]);
      expect((await readdir(parent)).filter((name) => name.startsWith(`${mask}-${at}.`))).toEqual([]);
    }
  },
);

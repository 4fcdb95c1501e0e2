import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepareDataFolder } from "./data-folder";

const folder = await mkdtemp(join(tmpdir(), "wederhoor-folder-"));
afterAll(() => rm(folder, { recursive: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o7777;
/** Root's is passed through by the account that the database runs as. */
const CLOSED = process.getuid?.() === 0 ? 0o711 : 0o700;

test("a data folder is closed to others, whoever made it and whatever the umask was", async () => {
  const before = process.umask(0);
  const made = join(folder, "deep", "made");
  await prepareDataFolder(made);
  const open = join(folder, "open");
  await mkdir(open, { mode: 0o777 });
  await writeFile(join(open, "nextauth-secret"), "secret", { mode: 0o644 });
  await writeFile(join(open, "notes"), "not ours", { mode: 0o644 });
  process.umask(before);
  await prepareDataFolder(open);
  expect([await modeOf(made), await modeOf(open)]).toEqual([CLOSED, CLOSED]);
  expect(await modeOf(join(open, "nextauth-secret"))).toBe(0o600);
  expect(await modeOf(join(open, "notes"))).toBe(0o644);
});

test("a folder that everybody writes in is refused with a sentence", async () => {
  const shared = join(folder, "shared");
  await mkdir(shared);
  await chmod(shared, 0o1777);
  await expect(prepareDataFolder(shared)).rejects.toThrow(/Set DATA_DIR to one of its own/);
  expect(await modeOf(shared)).toBe(0o1777);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { choosePractice } from "./practice";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "wederhoor-practice-"));
});
afterEach(() => rm(root, { recursive: true }));
const asked = { asked: true, ownDatabase: false };
const plain = { asked: false, ownDatabase: false };

test("practice has a folder beside the newsroom's, and stays practice however it is opened", async () => {
  const dataDir = join(root, "data");
  expect(await choosePractice(dataDir, plain)).toEqual({ dataDir, isPractice: false });
  const own = { dataDir: `${dataDir}-practice`, isPractice: true };
  expect(await choosePractice(dataDir, asked)).toEqual(own);
  expect(await choosePractice(dataDir, asked)).toEqual(own);
  expect(await choosePractice(own.dataDir, plain)).toEqual(own);
  expect(await choosePractice(dataDir, plain)).toEqual({ dataDir, isPractice: false });
});

test("a folder that holds something else, and a database of one's own, never become practice", async () => {
  const dataDir = join(root, "real");
  await choosePractice(dataDir, asked);
  await rm(join(root, "real-practice/practice"));
  await writeFile(join(root, "real-practice/notes"), "ours");
  await expect(choosePractice(dataDir, asked)).rejects.toThrow("holds something else than practice");
  await expect(choosePractice(dataDir, { asked: true, ownDatabase: true })).rejects.toThrow("without DATABASE_URL");
});

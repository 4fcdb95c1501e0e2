import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnvironment } from "@/db/environment";
import { startS3Server } from "@/db/testing/s3-server";
import {
  checkClock,
  checkDatabase,
  checkDisk,
  checkFetching,
  checkFolder,
  checkMail,
  checkNode,
  checkStorage,
  describeFinding,
  inquire,
} from "./doctor-checks";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-doctor-"));
});
afterAll(() => rm(folder, { recursive: true }));
const settings = (given: Record<string, string> = {}) =>
  readEnvironment({ DATA_DIR: join(folder, "data"), ...given });

test("what is fit is said so, before anything was made", async () => {
  expect(checkNode("20.19.0").state).toBe("fit");
  expect(await checkFolder(join(folder, "data"))).toEqual({
    state: "fit",
    sentence: `${join(folder, "data")} is made by npm start.`,
  });
  expect((await checkFolder(folder)).sentence).toBe(`${folder} can be written in.`);
  expect(await checkDatabase(settings())).toMatchObject({
    state: "fit",
    sentence: expect.stringContaining("npm start"),
  });
  expect((await checkDisk(folder)).sentence).toContain(folder);
  expect(checkFetching(settings({ FETCH_PAGES: "on", FETCH_ALLOWED: "wiki.example" }))).toEqual({
    state: "fit",
    sentence: "The server asks for public pages, and of its own net for wiki.example.",
  });
});

test("what is needed and missing is said with the way to get it", async () => {
  expect(describeFinding(checkNode("20.18.3"))).toBe("✗ Version 20.18.3 is too old: install 20.19 or later.");
  const nowhere = settings({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" });
  const database = await inquire(() => checkDatabase(nowhere));
  expect(database).toMatchObject({
    state: "missing",
    sentence: expect.stringMatching(/does not answer .*DATABASE_URL/),
  });
  expect(database.sentence).not.toContain("secret");
  await writeFile(join(folder, "taken"), "");
  expect((await checkFolder(join(folder, "taken"))).sentence).toContain("is no folder");
  const full = async () => ({ bavail: 1000, bsize: 4096 }) as never;
  expect(await checkDisk(folder, full)).toMatchObject({
    state: "missing",
    sentence: expect.stringContaining("Only"),
  });
  expect(await checkMail(settings({ SMTP_URL: "smtp://127.0.0.1:9" }))).toMatchObject({ state: "missing" });
});

test("a bucket is written in and read, and what is wrong with it is said without its key", async () => {
  expect(await checkStorage(settings({ STORAGE_URL: `file://${folder}` }))).toMatchObject({ state: "fit" });
  const server = await startS3Server(join(folder, "s3"));
  const simple = await startS3Server(join(folder, "simple"), { isConditional: false });
  try {
    expect(await checkStorage(settings(server.variables))).toEqual({
      state: "fit",
      sentence: expect.stringContaining("none is written over"),
    });
    expect((await checkStorage(settings(simple.variables))).state).toBe("note");
    const wrong = await checkStorage(settings({ ...server.variables, AWS_SECRET_ACCESS_KEY: "mistyped" }));
    expect(wrong).toMatchObject({ state: "missing", sentence: expect.stringContaining("SignatureDoesNotMatch") });
    expect(wrong.sentence).not.toContain("mistyped");
    const STORAGE_URL = server.variables.STORAGE_URL.replace("evidence", "elsewhere");
    const nowhere = await checkStorage(settings({ ...server.variables, STORAGE_URL }));
    expect(nowhere.sentence).toContain("NoSuchBucket");
  } finally {
    await server.close();
    await simple.close();
  }
});

test("what an installation may do without is no fault", async () => {
  expect(checkFetching(settings()).state).toBe("note");
  expect((await checkMail(settings())).state).toBe("note");
  expect((await checkClock(settings(), new Date(0))).state).toBe("note");
});

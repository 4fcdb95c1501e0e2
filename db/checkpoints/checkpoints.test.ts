import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { desc, eq } from "drizzle-orm";
import type postgres from "postgres";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCheckpoint, readCheckpoint, splitNotes } from "@/lib/history/checkpoint";
import { leafHash, treeRoot } from "@/lib/history/merkle-tree";
import { checkProof, parseProof } from "@/lib/history/revision-proof";
import type { Actor } from "@/lib/workflow/actor";
import { checkHistory } from "../access/history/history-check";
import { findRevision } from "../access/history/revision-file";
import { proveRevision } from "../access/history/revision-proof";
import { findNewestCheckpoint, listLogKeys, openLogFile, readLogStatus } from "../access/history/signed-log";
import { listRevisions } from "../access/revisions";
import { db } from "../client";
import { revisions } from "../schema";
import { makeActor, makeOrganization, publishRecord } from "../testing/make";
import { connectAsSuperuser } from "../testing/superuser";
import { CheckpointKeeper } from "./keeper";
import { addVerifier, logFolder, newSigner, readLog, readVerifiers, replaceKey } from "./log-folder";
import { Outlet, type OutletSettings } from "./outlets";

const run = promisify(execFile);
const behind: postgres.Sql = connectAsSuperuser();
let dataDir: string;
let folder: string;
let reporter: Actor;
const said: string[] = [];
const keeperOf = (outlets: OutletSettings = {}) =>
  new CheckpointKeeper({ folder, host: "desk.example", log: (line) => said.push(line), outlets });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "wederhoor-log-"));
  folder = logFolder(dataDir);
  process.env.DATA_DIR = dataDir;
  reporter = await makeActor("reporter");
  await makeOrganization(reporter, { slug: "log-ministry", kind: "ministry" });
});
afterAll(async () => {
  delete process.env.DATA_DIR;
  await behind.end();
  await rm(dataDir, { recursive: true });
});

/** The root as the RFC has it, of what stands in the table, apart from all that the keeper remembers. */
async function recount(size: number): Promise<string> {
  const rows = await behind`select hash from revisions where seq <= ${size} order by seq`;
  return treeRoot(rows.map(({ hash }) => leafHash(Buffer.from(String(hash).slice(7), "hex")))).toString("base64");
}

const headSeq = async () => {
  const [row] = await db.select({ seq: revisions.seq }).from(revisions).orderBy(desc(revisions.seq)).limit(1);
  return row?.seq ?? 0;
};

test("a keeper signs how far the chain went, once for each length, with a key that it alone can read", async () => {
  const keeper = keeperOf();
  expect(await keeper.compare()).toBeNull();
  const size = await headSeq();
  const note = (await keeper.seal()) ?? "";
  const [origin, ...head] = note.split("\n");
  expect(origin).toMatch(/^desk\.example\/history\/[0-9a-f]{8}$/);
  expect(head.slice(0, 2)).toEqual([`${size}`, await recount(size)]);
  expect(await keeper.seal()).toBeUndefined();
  expect((await stat(join(folder, "key"))).mode & 0o777).toBe(0o600);
  await publishRecord("organization", "log-ministry");
  expect(await keeper.isPublicationUnsealed()).toBe(true);
  const later = (await keeper.seal()) ?? "";
  expect(await keeper.isPublicationUnsealed()).toBe(false);
  expect(readCheckpoint(later)?.root.toString("base64")).toBe(await recount(await headSeq()));
  expect(await findNewestCheckpoint(reporter)).toBe(later);
  expect((await readLog(folder)).checkpoints.map(({ size }) => size)).toEqual([size, await headSeq()]);
  const sealed = await headSeq();
  await makeOrganization(reporter);
  const { newest, ...status } = await readLogStatus(reporter);
  expect(newest).toMatchObject({ origin, size: sealed, root: await recount(sealed) });
  expect(newest?.at).toBe((await stat(join(folder, "checkpoints"))).mtime.toISOString());
  const keys = (await readVerifiers(folder)).map(({ text }) => text);
  expect(status).toEqual({ written: await headSeq(), keys, check: null });
  expect(await new Response(await openLogFile(reporter)).text()).toBe(note + later);
});

test("a checkpoint goes to the address that was given, and what goes wrong there keeps nothing from being signed", async () => {
  const got: string[] = [];
  const server = createServer((request, answer) => {
    request.setEncoding("utf8").on("data", (text) => got.push(text));
    request.on("end", () => answer.writeHead(got.length > 1 ? 500 : 204).end());
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  try {
    const keeper = keeperOf({ webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    await keeper.compare();
    await makeOrganization(reporter);
    const first = await keeper.seal();
    await keeper.settle();
    await makeOrganization(reporter);
    const second = await keeper.seal();
    await keeper.settle();
    expect([first, second]).toEqual(got);
    expect(said.splice(0)).toEqual([
      "The checkpoint did not reach CHECKPOINT_WEBHOOK: it answered 500. It is sent again in 30 s.",
    ]);
  } finally {
    server.close();
  }
});

test("a checkpoint goes by mail, as text and as a file whose signature still holds", async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, taken) => {
      text(stream).then((mail) => {
        mails.push(mail);
        taken();
      });
    },
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  try {
    const { port } = server.server.address() as AddressInfo;
    const smtp = `smtp://127.0.0.1:${port}`;
    const keeper = keeperOf({ mail: "notary@house.example", smtp, from: "desk@desk.example" });
    await keeper.compare();
    await makeOrganization(reporter);
    const note = await keeper.seal();
    await keeper.settle();
    const [mail = ""] = mails;
    const size = readCheckpoint(note ?? "")?.size;
    expect(mail).toMatch(/^To: notary@house\.example\r$/m);
    expect(mail).toMatch(/^From: desk@desk\.example\r$/m);
    expect(mail).toContain(`Subject: Checkpoint ${size} of desk.example/history/`);
    const file = /filename=checkpoint-\d+\.txt\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(mail)?.[1] ?? "";
    expect(Buffer.from(file, "base64").toString("utf8")).toBe(note);
    expect(openCheckpoint(note ?? "", await readVerifiers(folder))?.size).toBe(size);
    expect(said.splice(0)).toEqual([]);
  } finally {
    await new Promise<void>((closed) => server.close(closed));
  }
});

test("what could not leave the house is sent again, the newest alone, and keeps nobody waiting", async () => {
  const got: string[] = [];
  let isUp = false;
  const lines: string[] = [];
  const deliver = async (note: string) => {
    if (!isUp) throw new Error("nobody there");
    got.push(note);
  };
  const outlet = new Outlet("SOMEWHERE", deliver, (line) => lines.push(line), [10]);
  outlet.send("first");
  outlet.send("second");
  await outlet.settle();
  expect([got, lines.length > 0]).toEqual([[], true]);
  isUp = true;
  await expect.poll(() => got).toEqual(["second"]);
  await outlet.settle();
  expect(lines.at(-1)).toBe("The checkpoint has reached SOMEWHERE.");
});

test("a proof of a revision is verified without the database: by us, and by a script that is none of ours", async () => {
  const keeper = keeperOf();
  await keeper.compare();
  const { id } = await makeOrganization(reporter, { slug: "log-proved" });
  const [revision] = await listRevisions(reporter, "organization", id);
  const hash = revision?.hash ?? "";
  await expect(proveRevision(reporter, hash)).rejects.toThrow("No checkpoint speaks of this version yet");
  expect((await findRevision(reporter, hash)).isSealed).toBe(false);
  // More than one tile of the tree, so that whole parts of it are kept.
  for (let count = 0; count < 300; count++) await makeOrganization(reporter);
  await keeper.seal();
  expect((await findRevision(reporter, hash)).isSealed).toBe(true);

  const { name, text } = await proveRevision(reporter, hash);
  const [key = ""] = await listLogKeys(reporter);
  const verifiers = await readVerifiers(folder);
  const proof = parseProof(text);
  expect(proof && checkProof(proof, verifiers)).toMatchObject({ hash });
  expect(JSON.parse(proof?.hashed ?? "")).toMatchObject({ snapshot: { slug: "log-proved" }, recordId: id });
  const [last] = await db
    .select({ hash: revisions.hash })
    .from(revisions)
    .where(eq(revisions.seq, await headSeq()));
  const lastProof = parseProof((await proveRevision(reporter, last?.hash ?? "")).text);
  expect(lastProof && checkProof(lastProof, verifiers)).toMatchObject({ hash: last?.hash });

  const file = join(dataDir, name);
  const script = (trusted: string) => run(process.execPath, ["docs/verify-proof.mjs", file, trusted], { cwd: ROOT });
  await writeFile(file, text);
  const { stdout } = await script(key);
  expect(stdout).toContain(`PROVED: revision ${revision?.seq} of ${await headSeq()}`);
  expect(stdout).toContain(`hash: ${hash}`);
  expect(stdout).toContain('"slug": "log-proved"');
  await expect(script(newSigner("desk.example/other").verifier.text)).rejects.toThrow("none of these keys signed");
  const changed = text.replace(/^extra \S+/m, (extra) => {
    const content = Buffer.from(extra.slice(6), "base64").toString().replace("log-proved", "log-forged");
    return `extra ${Buffer.from(content).toString("base64")}`;
  });
  await writeFile(file, changed);
  await expect(script(key)).rejects.toThrow("the revision is not in the log that was signed");
  await writeFile(
    file,
    text.replace(/\n(\d+)\n(\S{44})\n\n—/, (_, size, root) => `\n${Number(size) + 1}\n${root}\n\n—`),
  );
  await expect(script(key)).rejects.toThrow("the signature does not hold");
});

test("a new key is vouched for by the old one", async () => {
  const keeper = keeperOf();
  await keeper.compare();
  const [old] = await readVerifiers(folder);
  const note = await keeper.seal(async (own) => {
    const next = newSigner(own.verifier.name);
    await addVerifier(folder, next.verifier);
    await replaceKey(folder, next);
    return next;
  });
  expect(note?.match(/^— /gm)).toHaveLength(2);
  await makeOrganization(reporter);
  const later = await keeper.seal();
  const [, newest] = await readVerifiers(folder);
  expect([old?.name, newest?.name]).toEqual([later?.split("\n")[0], later?.split("\n")[0]]);
  expect(later).toContain(
    Buffer.from(newest?.id ?? "", "hex")
      .toString("base64")
      .slice(0, 5),
  );
  expect((await checkHistory()).problem).toBeNull();
});

test("of a chain that contradicts what was signed nothing is signed any more, and it is said", async () => {
  const file = join(folder, "checkpoints");
  const kept = await readFile(file, "utf8");
  const size = readCheckpoint(splitNotes(kept).at(-1) ?? "")?.size ?? 0;
  await behind.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`create table cut as select * from revisions where seq > ${size - 2}`;
    await sql`delete from revisions where seq > ${size - 2}`;
  });
  try {
    const keeper = keeperOf();
    expect(await keeper.compare()).toMatchObject({ problem: "checkpoint_cut", seq: size - 1 });
    expect(said.splice(0)).toEqual([expect.stringContaining("its end was cut off")]);
    expect(await keeper.seal()).toBeUndefined();
    expect(await readFile(file, "utf8")).toBe(kept);
  } finally {
    await behind`insert into revisions select * from cut`;
    await behind`drop table cut`;
  }
  await writeFile(file, kept.replace(/^\d+$/m, "9"));
  expect((await checkHistory()).problem).toMatchObject({ problem: "checkpoint_signature" });
  await writeFile(file, "");
  expect((await checkHistory()).problem).toMatchObject({ problem: "checkpoints_gone" });
  await writeFile(file, kept);
  expect((await checkHistory()).problem).toBeNull();
});

const ROOT = join(import.meta.dirname, "../..");

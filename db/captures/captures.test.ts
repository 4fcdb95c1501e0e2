import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { WARCParser } from "warcio";
import { evidenceInput } from "@/lib/records/evidence";
import { evidenceFiling } from "@/lib/records/evidence-filing";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { listCaptures, preservePage } from "../access/captures/captures";
import { recordEvidence } from "../access/evidence/evidence";
import { fileEvidence } from "../access/evidence/file-evidence";
import { findAttachment, listAttachments, listCustody } from "../access/files/files";
import { checkHistory } from "../access/history/history-check";
import { openStorage } from "../files/storage";
import { makeActor, makeEvidence } from "../testing/make";
import { makeCleanPages, WALLS_OF_OTHERS } from "../testing/pages-of-others";
import { connectAsSuperuser } from "../testing/superuser";
import { runDueJobs } from "./run-jobs";

const [CLEAN] = makeCleanPages(1);
const html = (body: string, status = 200): RequestListener => {
  return (_request, answer) => answer.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(body);
};
const WALL = WALLS_OF_OTHERS.find(({ html }) => html.includes("We value your privacy"));
const PAGES: Record<string, RequestListener> = {
  "/article": html(CLEAN?.html ?? ""),
  "/wall": html(WALL?.html ?? ""),
  "/gone": html("<h1>Gone", 410),
  "/moved": (_request, answer) => answer.writeHead(301, { Location: "/packed" }).end("Moved"),
  "/packed": (_request, answer) =>
    answer
      .writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip", "X-From": "there" })
      .end(gzipSync(CLEAN?.html ?? "")),
  "/statement.pdf": (_request, answer) =>
    answer.writeHead(200, { "Content-Type": "application/pdf" }).end("%PDF-1.4\n%%EOF\n"),
  "/broken": (request) => request.socket.destroy(),
  "/inward": (_request, answer) => answer.writeHead(302, { Location: "http://169.254.169.254/latest" }).end(),
};
const MISSING = html("<h1>Not found", 404);
const server = createServer((request, answer) => (PAGES[request.url ?? ""] ?? MISSING)(request, answer));
const behind = connectAsSuperuser();
let reporter: Actor;
let here = "";
let folder = "";
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "wederhoor-captures-"));
  reporter = await makeActor("reporter");
});
beforeEach(() => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("FETCH_PAGES", "on");
  vi.stubEnv("FETCH_ALLOWED", here);
});
afterAll(async () => {
  server.close();
  await behind.end();
  await rm(folder, { recursive: true, force: true });
});

const runJobs = () => runDueJobs(process.env.DATABASE_URL ?? "");
const itemAt = async (path: string): Promise<FiledSubject & { slug: string }> => {
  const { slug } = await makeEvidence(reporter, { url: `http://${here}${path}` });
  return { kind: "evidence", slug };
};
const preserve = async (path: string) => {
  const subject = await itemAt(path);
  await preservePage(reporter, subject.slug);
  await runJobs();
  const [capture] = await listCaptures(reporter, subject);
  if (!capture) throw new Error("There is no capture.");
  return { subject, capture };
};
const digestOf = async (id = "") => (await findAttachment(reporter, id)).digest;
const jobs = () => behind`select attempts, last_error, run_at > now() as later, locked_by from graphile_worker.jobs`;

/** What stands in a WARC file, as its reader reads it. */
async function readWarc(digest: string) {
  const records = [];
  for await (const record of WARCParser.iterRecords(openStorage().open(digest))) {
    const body = await record.contentText();
    const headers = record.httpHeaders?.headers;
    records.push({
      type: record.warcType,
      url: record.warcTargetURI,
      status: record.httpHeaders?.statusline,
      ip: record.warcHeader("WARC-IP-Address"),
      from: headers?.get("X-From"),
      body,
    });
  }
  return records;
}

test("a page is preserved as it was on the line, with its text, in the name of who asked for it", async () => {
  const { subject, capture } = await preserve("/moved");
  expect(capture).toMatchObject({
    ...{ state: "complete", attempts: 1, failure: null, wall: null, by: reporter.name },
    ...{ landed: `http://${here}/packed`, status: 200, address: "127.0.0.1", redirects: 1 },
    programs: {
      "Node.js": process.versions.node,
      warcio: expect.stringMatching(/^\d+\./),
      Wederhoor: expect.any(String),
    },
  });
  const [warc, read] = capture.files;
  expect(capture.files.map(({ part, type, isNew }) => [part, type, isNew])).toEqual([
    ["exchange", "application/gzip", true],
    ["text", "text/plain", true],
  ]);
  const records = await readWarc(await digestOf(warc?.id));
  expect(records.map(({ type }) => type)).toEqual([
    ...["warcinfo", "request", "response", "request", "response", "conversion"],
  ]);
  expect(records[0]?.body).toContain(`operator: ${reporter.name}`);
  expect(records[2]).toMatchObject({
    url: `http://${here}/moved`,
    status: "HTTP/1.1 301 Moved Permanently",
    body: "Moved",
  });
  expect(records[3]?.status).toBe("GET /packed HTTP/1.1");
  expect(records[4]).toMatchObject({ status: "HTTP/1.1 200 OK", ip: "127.0.0.1", from: "there", body: CLEAN?.html });
  const kept = await text(openStorage().open(await digestOf(read?.id)));
  expect(kept).toContain(CLEAN?.told);
  expect(records[5]?.body).toBe(kept);
  const custody = await listCustody(reporter, warc?.id ?? "");
  expect(custody.map(({ kind, by, detail }) => [kind, by, detail.captured])).toEqual([
    ["message digest calculation", reporter.name, undefined],
    ["ingestion", reporter.name, `http://${here}/packed`],
  ]);
  expect(await listAttachments(reporter, subject)).toHaveLength(2);
  expect(await checkHistory()).toMatchObject({ problem: null });
  expect(await jobs()).toEqual([]);
});

test("what is no page is kept as the file that it is, and a wall is kept and called one", async () => {
  const { capture } = await preserve("/statement.pdf");
  expect(capture.files.map(({ part, name, type }) => [part, name, type]).slice(1)).toEqual([
    ["body", "statement.pdf", "application/pdf"],
  ]);
  expect((await preserve("/wall")).capture).toMatchObject({ state: "complete", wall: "consent" });
  expect((await preserve("/gone")).capture).toMatchObject({ state: "complete", wall: "status", status: 410 });
});

test("asked for twice while one waits it is one, later it is another, and what did not change is one file", async () => {
  const subject = await itemAt("/article");
  const [first, second] = [await preservePage(reporter, subject.slug), await preservePage(reporter, subject.slug)];
  expect(second).toEqual(first);
  await runJobs();
  await preservePage(await makeActor("editor"), subject.slug);
  await runJobs();
  const [later, earlier] = await listCaptures(reporter, subject);
  const texts = [earlier, later].map((capture) => capture?.files.find(({ part }) => part === "text"));
  expect(texts[0]?.id).toBe(texts[1]?.id);
  expect(texts.map((file) => file?.isNew)).toEqual([true, false]);
  expect(later?.files[0]?.id).not.toBe(earlier?.files[0]?.id);
});

test("what may pass is tried again later, and given up in the end with its reason; what can't be helped at once", async () => {
  const { subject, capture } = await preserve("/broken");
  expect(capture).toMatchObject({ state: "pending", attempts: 1, failure: "connection", finishedAt: null });
  expect(await jobs()).toMatchObject([{ attempts: 1, later: true, locked_by: null }]);
  // Not before its time is up.
  await runJobs();
  expect((await listCaptures(reporter, subject))[0]?.attempts).toBe(1);
  await behind`update graphile_worker._private_jobs set run_at = now(), attempts = max_attempts - 1`;
  await runJobs();
  expect((await listCaptures(reporter, subject))[0]).toMatchObject({
    state: "failed",
    attempts: 2,
    failure: "connection",
  });
  expect((await preserve("/inward")).capture).toMatchObject({ state: "failed", attempts: 1, failure: "address" });
  vi.stubEnv("FETCH_ALLOWED", "");
  expect((await preserve("/article")).capture).toMatchObject({ state: "failed", failure: "port" });
  await behind`delete from graphile_worker._private_jobs`;
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("what a process that is gone left in the middle is done by the next, once", async () => {
  const subject = await itemAt("/article");
  await preservePage(reporter, subject.slug);
  await behind`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool of one that was killed', attempts = 1`;
  // One that is alive holds its lock.
  const [job] = await behind`select id from graphile_worker._private_jobs`;
  await behind`select pg_advisory_lock(20221202, ${Number(job?.id)})`;
  await runJobs();
  expect((await listCaptures(reporter, subject))[0]?.state).toBe("pending");
  await behind`select pg_advisory_unlock(20221202, ${Number(job?.id)})`;
  await runJobs();
  await runJobs();
  expect(await listCaptures(reporter, subject)).toMatchObject([{ state: "complete", attempts: 1 }]);
  expect(await jobs()).toEqual([]);
});

test("nothing is asked for where the installation does not say so, nor by whoever may not record evidence", async () => {
  const subject = await itemAt("/article");
  const manager = await makeActor("manager");
  await expect(preservePage(manager, subject.slug)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listCaptures(manager, subject)).rejects.toMatchObject({ kind: "forbidden" });
  vi.stubEnv("FETCH_PAGES", "");
  await expect(preservePage(reporter, subject.slug)).rejects.toMatchObject({ name: "Invalid" });
  expect(await listCaptures(reporter, subject)).toEqual([]);
});

test("the page of each new item is preserved by itself where the installation says so, once, and of no other", async () => {
  const record = async (title: string, key: string) => {
    const input = evidenceInput.parse({ title, kind: "article", url: `http://${here}/${title}`, language: "en" });
    return recordEvidence(reporter, { input, repeatable: { key, requestHash: key } });
  };
  const waiting = async ({ slug }: { slug: string }) =>
    (await listCaptures(reporter, { kind: "evidence", slug })).map(({ state }) => state);
  expect(await waiting(await record("before", "one"))).toEqual([]);
  vi.stubEnv("PRESERVE_NEW", "on");
  const item = await record("after", "two");
  expect(await waiting(item)).toEqual(["pending"]);
  expect(await waiting(await record("after", "two"))).toEqual(["pending"]);
  const filed = await fileEvidence(reporter, {
    ...evidenceFiling.parse({
      title: "quite another",
      kind: "article",
      url: `http://${here}/packed`,
      language: "en",
    }),
    submit: true,
  });
  expect(await waiting(filed)).toEqual(["pending"]);
  await runJobs();
  expect(await waiting(filed)).toEqual(["complete"]);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WARCParser } from "warcio";
import type { Actor } from "@/lib/workflow/actor";
import { completeCapture } from "../access/captures/capture-results";
import { readCapturedExchange } from "../access/captures/captured-exchange";
import { listCaptures, preservePage } from "../access/captures/captures";
import { checkHistory } from "../access/history/history-check";
import { fetchGuarded } from "../fetching/guarded-fetch";
import { readAnswer } from "../fetching/read-page";
import { makeActor, makeEvidence } from "../testing/make";
import { makeCertificates } from "../testing/make-certificates";
import { answeredOf, keepParts, partsOf } from "./preserve-page";
import { makeWacz } from "./wacz";

const { root, server: own, key } = makeCertificates();
const PAGE = `<html><title>Ministry</title><main>${"<p>The ministry says that both offices close at once, and why.</p>".repeat(5)}</main></html>`;
let server: Server;
let reporter: Actor;
let manager: Actor;
let here = "";
let folder = "";
beforeAll(async () => {
  server = createServer({ key, cert: [own.toString(), root.toString()].join("") }, (request, answer) => {
    if (request.url === "/moved") answer.writeHead(302, { Location: "/page" }).end("Moved");
    else answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(PAGE);
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "wederhoor-wacz-"));
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("FETCH_PAGES", "on");
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const fetchHere = (roots: readonly string[]) =>
  fetchGuarded(`https://${here}/moved`, { allowed: [here], largest: 1e6, longest: 20_000, roots });

/** A capture over TLS, by the parts that its job is made of: the job itself knows no root of ours. */
async function captureHere() {
  const { slug } = await makeEvidence(reporter, { url: `https://${here}/moved` });
  const { id } = await preservePage(reporter, slug);
  const exchanges = await fetchHere([root.toString()]);
  const last = exchanges.at(-1);
  if (!last) throw new Error("Nothing was answered.");
  const fetched = { exchanges, last, page: readAnswer(last), wall: null };
  await completeCapture(id, answeredOf(fetched), await keepParts(await partsOf(fetched, reporter.name)), {
    browserState: null,
  });
  const [capture] = await listCaptures(reporter, { kind: "evidence", slug });
  if (!capture) throw new Error("There is no capture.");
  return capture;
}

test("the chain that a server showed stands in the capture, and one that nobody vouches for is not taken", async () => {
  await expect(fetchHere([])).rejects.toMatchObject({ reason: "certificate" });
  const capture = await captureHere();
  const plain = (fingerprint: string) => fingerprint.replaceAll(":", "").toLowerCase();
  const span = { from: "2020-01-01T00:00:00.000Z", to: "2049-01-01T00:00:00.000Z" };
  expect(capture.certificates).toEqual([
    { subject: "CN=Test server", issuer: "CN=Test root", ...span, fingerprint: plain(own.fingerprint256) },
    { subject: "CN=Test root", issuer: "CN=Test root", ...span, fingerprint: plain(root.fingerprint256) },
  ]);
  expect(capture.files.map(({ part }) => part)).toEqual(["exchange", "text", "certificates"]);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

/** The entries of a ZIP without compression, by its central directory and nothing of the writer's. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect([zip.readUInt32LE(at), zip.readUInt16LE(at + 10)]).toEqual([0x02014b50, 0]);
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 24),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    entries.set(zip.toString("utf8", at + 46, at + 46 + (name ?? 0)), zip.subarray(begin, begin + (size ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}
const sha256 = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
async function recordsIn(bytes: Buffer) {
  async function* once() {
    yield new Uint8Array(bytes);
  }
  const found = [];
  for await (const record of new WARCParser(once())) {
    const payload = await record.readFully(true);
    found.push({ type: record.warcType, url: record.warcTargetURI, status: record.httpHeaders?.statusCode, payload });
  }
  return found;
}

test("a copy as WACZ holds the WARC as it was kept, an index whose places are records, and the digests of all", async () => {
  const capture = await captureHere();
  await expect(readCapturedExchange(manager, capture.id)).rejects.toMatchObject({ kind: "forbidden" });
  const source = await readCapturedExchange(reporter, capture.id);
  const entries = unzip(await buffer(await makeWacz(source)));
  expect([...entries.keys()]).toEqual([
    "archive/data.warc.gz",
    "indexes/index.cdx",
    "pages/pages.jsonl",
    "datapackage.json",
    "datapackage-digest.json",
  ]);
  const bytesOf = (path: string) => entries.get(path) ?? Buffer.alloc(0);
  const described = JSON.parse(bytesOf("datapackage.json").toString());
  expect(described).toMatchObject({
    profile: "data-package",
    wacz_version: "1.1.1",
    mainPageUrl: `https://${here}/page`,
  });
  expect(described.resources.map(({ path }: { path: string }) => path)).toEqual([...entries.keys()].slice(0, 3));
  for (const { path, hash, bytes } of described.resources) {
    expect([path, hash, bytes]).toEqual([path, sha256(bytesOf(path)), bytesOf(path).length]);
  }
  expect(JSON.parse(bytesOf("datapackage-digest.json").toString())).toEqual({
    path: "datapackage.json",
    hash: sha256(bytesOf("datapackage.json")),
  });
  const warc = bytesOf("archive/data.warc.gz");
  expect(warc.equals(source.warc)).toBe(true);
  const all = await recordsIn(warc);
  expect(all.map(({ type }) => type)).toEqual([
    "warcinfo",
    "request",
    "response",
    "request",
    "response",
    "conversion",
  ]);
  // Each line of the index is found again, alone, at the place that it names.
  const lines = bytesOf("indexes/index.cdx").toString().trim().split("\n");
  expect(lines).toEqual([...lines].sort());
  const indexed = lines
    .map((line) => /^(\S+) (\d{14,17}) (\{.*\})$/.exec(line)?.[3] ?? "")
    .map((json) => JSON.parse(json));
  expect(indexed.map(({ url, status }) => [url, Number(status)])).toEqual([
    [`https://${here}/moved`, 302],
    [`https://${here}/page`, 200],
  ]);
  for (const { url, offset, length, filename, status } of indexed) {
    expect(filename).toBe("data.warc.gz");
    const [record, ...others] = await recordsIn(warc.subarray(Number(offset), Number(offset) + Number(length)));
    expect([record?.url, others.length]).toEqual([url, 0]);
    expect([record?.type, String(record?.status)]).toEqual(["response", String(status)]);
  }
  const [head, page] = bytesOf("pages/pages.jsonl")
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(head).toMatchObject({ format: "json-pages-1.0", hasText: true });
  expect(page).toMatchObject({ url: `https://${here}/page`, title: source.title, text: source.text });
  const answer = all.find(({ status }) => status === 200);
  expect(Buffer.from(answer?.payload ?? []).toString()).toBe(PAGE);
});

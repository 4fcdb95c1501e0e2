import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type CapturedPart, type CaptureFailure, mayPass } from "@/lib/records/capture";
import { fileName } from "@/lib/records/file";
import {
  beginAttempt,
  completeCapture,
  noteFailure,
  type OpenCapture,
  type PartFile,
} from "../access/captures/capture-results";
import { FetchRefused } from "../fetching/allowed-address";
import { allowedHosts, requireFetching } from "../fetching/fetch-settings";
import { type Exchange, fetchGuarded } from "../fetching/guarded-fetch";
import { type ReadPage, readAnswer } from "../fetching/read-page";
import { wallOf } from "../fetching/wall";
import { inspectFile } from "../files/inspect-file";
import { openStorage } from "../files/storage";
import { writeWarc } from "./warc";

const BOUNDS = { largest: 64 * 1024 * 1024, longest: 60_000 };
const versionOf = (path: string): string => (createRequire(import.meta.url)(path) as { version: string }).version;

/** With which programs a page is preserved here. */
const PROGRAMS = {
  Wederhoor: versionOf("../../package.json"),
  "Node.js": process.versions.node,
  warcio: versionOf("../../node_modules/warcio/package.json"),
};

/**
 * One attempt at a capture. What can't be helped ends it; what may pass is thrown, for the queue to try again later.
 * @param isLast there is no later
 */
export async function preservePage(id: string, isLast: boolean): Promise<void> {
  const capture = await beginAttempt(id);
  if (!capture) return;
  try {
    await preserve(capture);
  } catch (error) {
    const failure: CaptureFailure = error instanceof FetchRefused ? error.reason : "program";
    const isOver = isLast || !mayPass(failure);
    await noteFailure(id, failure, isOver);
    if (!isOver || failure === "program") throw error;
  }
}

async function preserve({ id, url, by }: OpenCapture): Promise<void> {
  requireFetching();
  const exchanges = await fetchGuarded(url, { ...BOUNDS, allowed: allowedHosts() });
  const last = exchanges.at(-1);
  if (!last) throw new Error("A fetch ended without an answer.");
  const page = readAnswer(last);
  const parts: PartFile[] = [];
  for (const { part, name, bytes } of await partsOf(exchanges, last, page, by)) {
    parts.push({ ...(await keepBytes(bytes)), part, name });
  }
  const { status, address, url: landed } = last;
  const wall = wallOf(status, page);
  await completeCapture(
    id,
    { landed, status, address, redirects: exchanges.length - 1, wall, programs: PROGRAMS },
    parts,
  );
}

type Made = { readonly part: CapturedPart; readonly name: string; readonly bytes: Buffer };

async function partsOf(
  exchanges: readonly Exchange[],
  last: Exchange,
  page: ReadPage | null,
  by: string,
): Promise<Made[]> {
  const { hostname, pathname } = new URL(last.url);
  const stem = fileName(`${hostname} ${last.at.toISOString().slice(0, 19).replaceAll(":", "")}Z`);
  const text = page?.text ?? "";
  const warc = await writeWarc(exchanges, { text, programs: PROGRAMS, by });
  const made: Made[] = [{ part: "exchange", name: `${stem}.warc.gz`, bytes: warc }];
  if (text !== "") made.push({ part: "text", name: `${stem}.txt`, bytes: Buffer.from(text) });
  if (!page && last.status < 400 && last.body.length > 0) {
    const called = decodeURIComponent(pathname.split("/").at(-1) ?? "") || stem;
    made.push({ part: "body", name: fileName(called), bytes: last.body });
  }
  const chain = last.certificates.map(pemOf).join("");
  if (chain !== "") made.push({ part: "certificates", name: `${stem}.pem`, bytes: Buffer.from(chain) });
  return made;
}

const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}(?=.)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

/** Into the storage, as whatever is handed in goes there: durable before a row names it. */
async function keepBytes(bytes: Buffer) {
  const storage = openStorage();
  await mkdir(storage.incoming, { recursive: true, mode: 0o700 });
  const path = join(storage.incoming, randomUUID());
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    const inspected = await inspectFile(path);
    await storage.keep(path, inspected.digest);
    return inspected;
  } finally {
    await rm(path, { force: true });
  }
}

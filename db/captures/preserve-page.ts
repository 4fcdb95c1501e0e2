import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type CapturedPart, type CaptureFailure, mayPass, type Wall } from "@/lib/records/capture";
import { fileName } from "@/lib/records/file";
import {
  type Answered,
  type BrowserNext,
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
import { readCertificate } from "./certificates";
import { writeWarc } from "./warc";

const BOUNDS = { largest: 64 * 1024 * 1024, longest: 60_000 };
const versionOf = (path: string): string => (createRequire(import.meta.url)(path) as { version: string }).version;

/** With which programs a page is preserved here. */
export const PROGRAMS = {
  Wederhoor: versionOf("../../package.json"),
  "Node.js": process.versions.node,
  warcio: versionOf("../../node_modules/warcio/package.json"),
};

/**
 * One attempt at a capture. What can't be helped ends it; what may pass is thrown, for the queue to try again later.
 * @param isLast there is no later
 * @param hasBrowser a page is opened in a browser after that
 */
export async function capturePage(id: string, isLast: boolean, hasBrowser: boolean): Promise<void> {
  const capture = await beginAttempt(id);
  if (!capture) return;
  try {
    await preserve(capture, hasBrowser);
  } catch (error) {
    const failure: CaptureFailure = error instanceof FetchRefused ? error.reason : "program";
    const isOver = isLast || !mayPass(failure);
    await noteFailure(id, failure, isOver);
    if (!isOver || failure === "program") throw error;
  }
}

async function preserve({ id, url, by }: OpenCapture, hasBrowser: boolean): Promise<void> {
  const fetched = await fetchPage(url);
  const next = nextOf(fetched, hasBrowser);
  await completeCapture(id, answeredOf(fetched), await keepParts(await partsOf(fetched, by)), next);
}

/** What is no page is seen in no browser. */
export const nextOf = ({ page }: FetchedPage, hasBrowser: boolean): BrowserNext => ({
  browserState: page && hasBrowser ? "pending" : null,
});

/** What was asked and answered, and what of it can be read. */
type FetchedPage = {
  readonly exchanges: readonly Exchange[];
  readonly last: Exchange;
  readonly page: ReadPage | null;
  readonly wall: Wall | null;
};

/** Asks for a page as captures do. @throws FetchRefused */
export async function fetchPage(url: string): Promise<FetchedPage> {
  requireFetching();
  const exchanges = await fetchGuarded(url, { ...BOUNDS, allowed: allowedHosts() });
  const last = exchanges.at(-1);
  if (!last) throw new Error("A fetch ended without an answer.");
  const page = readAnswer(last);
  return { exchanges, last, page, wall: wallOf(last.status, page) };
}

/** What the row of a capture says of the answer. */
export function answeredOf({ exchanges, last, page, wall }: FetchedPage): Answered {
  const { status, address, url: landed } = last;
  const certificates = last.certificates.length > 0 ? last.certificates.map(readCertificate) : null;
  return {
    landed,
    status,
    address,
    redirects: exchanges.length - 1,
    wall,
    programs: PROGRAMS,
    certificates,
    pageTitle: pageTitleOf(page),
  };
}

const LONGEST_TITLE = 1000;
/** On one line, as it is compared. */
export const pageTitleOf = (page: ReadPage | null): string | null =>
  page && (page.title.replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE) || null);

/** Puts the files of a capture into the storage: durable before a row names them. */
export async function keepParts(made: readonly Made[]): Promise<PartFile[]> {
  const parts: PartFile[] = [];
  for (const { part, name, bytes } of made) {
    parts.push({ ...(await keepBytes(bytes)), part, name });
  }
  return parts;
}

type Made = { readonly part: CapturedPart; readonly name: string; readonly bytes: Buffer };

/** Of a page its text; of anything else that was answered well, the file itself. */
export const bodyOf = ({ last, page }: FetchedPage): Buffer | null =>
  !page && last.status < 400 && last.body.length > 0 ? last.body : null;

/** How the files of a page are called. */
export const stemOf = (url: string, at: Date): string =>
  fileName(`${new URL(url).hostname} ${at.toISOString().slice(0, 19).replaceAll(":", "")}Z`);

/** What is kept of what was asked and answered. @param by in whose name */
export async function partsOf(fetched: FetchedPage, by: string): Promise<Made[]> {
  const { exchanges, last, page } = fetched;
  const { pathname } = new URL(last.url);
  const stem = stemOf(last.url, last.at);
  const text = page?.text ?? "";
  const warc = await writeWarc(exchanges, { text, programs: PROGRAMS, by });
  const made: Made[] = [{ part: "exchange", name: `${stem}.warc.gz`, bytes: warc }];
  if (text !== "") made.push({ part: "text", name: `${stem}.txt`, bytes: Buffer.from(text) });
  const body = bodyOf(fetched);
  if (body) {
    const called = decodeURIComponent(pathname.split("/").at(-1) ?? "") || stem;
    made.push({ part: "body", name: fileName(called), bytes: body });
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

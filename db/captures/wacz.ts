import { createHash } from "node:crypto";
import { makeZip } from "client-zip";
import { CDXIndexer } from "warcio";

/** What of a capture stands in its WACZ beside the requests and answers themselves. */
type WaczSource = {
  readonly warc: Buffer;
  /** What the page is called on file. */
  readonly title: string;
  /** Where its redirects ended. */
  readonly url: string;
  readonly at: Date;
  readonly text: string | null;
  readonly programs: Readonly<Record<string, string>>;
};

const WARC = "data.warc.gz";
const sha256 = (bytes: string | Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** A capture as WACZ 1.1.1: the WARC as it was kept, an index of its records (CDXJ), the page that it is of, and the digests of all. */
export async function makeWacz(source: WaczSource): Promise<ReadableStream<Uint8Array>> {
  const parts: readonly { readonly path: string; readonly bytes: string | Buffer }[] = [
    { path: `archive/${WARC}`, bytes: source.warc },
    { path: "indexes/index.cdx", bytes: await indexOf(source.warc) },
    { path: "pages/pages.jsonl", bytes: pagesOf(source) },
  ];
  const description = JSON.stringify(packageOf(source, parts), null, 2);
  const digest = JSON.stringify({ path: "datapackage.json", hash: sha256(description) }, null, 2);
  const all = [
    ...parts,
    { path: "datapackage.json", bytes: description },
    { path: "datapackage-digest.json", bytes: digest },
  ];
  // Nothing is compressed, as the format asks of the WARC: its readers take a record out of the middle.
  return makeZip(all.map(({ path, bytes }) => ({ name: path, input: bytes, lastModified: source.at })));
}

/** A line for each answer: its address turned around, its moment, and where its record begins. */
async function indexOf(warc: Buffer): Promise<string> {
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  async function* once() {
    yield new Uint8Array(warc);
  }
  for await (const entry of indexer.iterIndex([{ reader: once(), filename: WARC }])) {
    // The text made of a page has the page's address and moment, and a reader would open it instead.
    if (entry.status) lines.push(indexer.serializeCDXJ(entry).trim());
  }
  return `${lines.sort().join("\n")}\n`;
}

function pagesOf({ url, at, title, text }: WaczSource): string {
  const head = { format: "json-pages-1.0", id: "pages", title: "All Pages", hasText: text !== null };
  const id = createHash("sha256").update(`${url} ${at.toISOString()}`).digest("hex").slice(0, 32);
  const page = { id, url, ts: at.toISOString(), title, ...(text !== null && { text }) };
  return `${JSON.stringify(head)}\n${JSON.stringify(page)}\n`;
}

function packageOf(
  { title, url, at, programs }: WaczSource,
  parts: readonly { readonly path: string; readonly bytes: string | Buffer }[],
) {
  return {
    profile: "data-package",
    wacz_version: "1.1.1",
    title,
    created: at.toISOString(),
    software: Object.entries(programs)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    mainPageUrl: url,
    mainPageDate: at.toISOString(),
    resources: parts.map(({ path, bytes }) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      path,
      hash: sha256(bytes),
      bytes: Buffer.byteLength(bytes),
    })),
  };
}

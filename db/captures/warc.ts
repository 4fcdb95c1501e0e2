import { WARCRecord, WARCSerializer } from "warcio";
import type { Exchange } from "../fetching/guarded-fetch";

const WARC = "WARC/1.1" as const;

/** A line of HTTP as WARC keeps it: what the connection took off a body is named otherwise, or readers would look for it there. */
const keptHeader = ([name, value]: readonly [string, string]): [string, string] =>
  /^transfer-encoding$/i.test(name) ? [`X-Orig-${name}`, value] : [name, value];

async function* once(body: Uint8Array) {
  yield body;
}

/**
 * What was asked and answered as WARC 1.1 (ISO 28500), each record compressed by itself: for each exchange the request and the
 * response, with the address that answered and the time; and the text that was read of the page, as a conversion of the last.
 */
export async function writeWarc(
  exchanges: readonly Exchange[],
  { text, programs, by }: { text: string; programs: Readonly<Record<string, string>>; by: string },
): Promise<Buffer> {
  const said = Object.entries(programs).map(([name, version]) => `${name} ${version}`);
  const info = { software: said.join(", "), operator: by, format: "WARC File Format 1.1" };
  const records = [WARCRecord.createWARCInfo({ warcVersion: WARC, date: exchanges[0]?.at.toISOString() }, info)];
  for (const exchange of exchanges) records.push(...recordsOf(exchange));
  const last = exchanges.at(-1);
  if (text !== "" && last) records.push(conversionOf(last, text, records.at(-1)));
  const parts: Uint8Array[] = [];
  for (const record of records) parts.push(await WARCSerializer.serialize(record, { gzip: true }));
  return Buffer.concat(parts);
}

function recordsOf({ url, at, address, ...exchange }: Exchange): WARCRecord[] {
  const { pathname, search } = new URL(url);
  const common = { url, date: at.toISOString(), warcVersion: WARC, keepHeadersCase: true };
  const response = WARCRecord.create(
    {
      ...common,
      type: "response",
      warcHeaders: { "WARC-IP-Address": address },
      statusline: `HTTP/${exchange.httpVersion} ${exchange.status} ${exchange.statusText}`,
      httpHeaders: exchange.headers.map(keptHeader),
    },
    once(exchange.body),
  );
  const request = WARCRecord.create(
    {
      ...common,
      type: "request",
      warcHeaders: { "WARC-IP-Address": address, "WARC-Concurrent-To": response.warcHeader("WARC-Record-ID") ?? "" },
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: exchange.requestHeaders.map(([name, value]) => [name, value]),
    },
    once(new Uint8Array()),
  );
  return [request, response];
}

function conversionOf({ url, at }: Exchange, text: string, of: WARCRecord | undefined): WARCRecord {
  const warcHeaders = {
    "Content-Type": "text/plain; charset=utf-8",
    "WARC-Refers-To": of?.warcHeader("WARC-Record-ID") ?? "",
  };
  return WARCRecord.create(
    { url, date: at.toISOString(), type: "conversion", warcVersion: WARC, warcHeaders },
    once(Buffer.from(text)),
  );
}

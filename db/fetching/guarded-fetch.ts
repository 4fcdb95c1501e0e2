import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";
import { checkAddress, FetchRefused } from "./allowed-address";
import { connectGuarded, type GuardOptions } from "./guarded-connection";

/** Names and values in the order in which they were on the line, with the letters that they had there. */
type HeaderLines = readonly (readonly [name: string, value: string])[];

/** One request and its answer, as they were on the line. */
export type Exchange = {
  readonly url: string;
  readonly at: Date;
  /** The IP address that answered. */
  readonly address: string;
  readonly requestHeaders: HeaderLines;
  readonly httpVersion: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderLines;
  /** As it was sent: compressed where the server did so, without the marks of its chunks. */
  readonly body: Buffer;
  /** DER, the server's own first; none of plain HTTP. */
  readonly certificates: readonly Buffer[];
};

type FetchOptions = GuardOptions & {
  /** In bytes, of each answer. */
  readonly largest: number;
  /** In milliseconds, of all redirects together. */
  readonly longest: number;
  readonly accept?: string;
  /** Stands in for the roots that Node.js knows: of certificates, as PEM. */
  readonly roots?: readonly string[];
};

const USER_AGENT = "Mozilla/5.0 (compatible; Wederhoor/0.1; preserves pages for a newsroom)";
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Asks for a page, without cookies and by GET alone, and follows its redirects. Every address is checked before it is asked, and
 * the connection goes to the IP addresses that were checked: no name is resolved a second time.
 * @returns each exchange in its order; the last is the answer
 * @throws FetchRefused
 */
export async function fetchGuarded(address: string, options: FetchOptions): Promise<readonly Exchange[]> {
  const signal = AbortSignal.timeout(options.longest);
  const exchanges: Exchange[] = [];
  let url = readUrl(address);
  for (;;) {
    checkAddress(url, options.allowed);
    const exchange = await askOnce(url, options, signal);
    exchanges.push(exchange);
    const next = REDIRECTS.has(exchange.status) ? headerOf(exchange, "location") : null;
    if (!next) return exchanges;
    if (exchanges.length > MOST_REDIRECTS) throw new FetchRefused("redirects");
    url = readUrl(next, url);
  }
}

/** The value of a header; null when it was not sent. */
export const headerOf = ({ headers }: Pick<Exchange, "headers">, name: string): string | null =>
  headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? null;

function readUrl(address: string, base?: URL): URL {
  try {
    const url = new URL(address, base);
    url.hash = "";
    return url;
  } catch {
    throw new FetchRefused("scheme");
  }
}

async function askOnce(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Exchange> {
  const at = new Date();
  const requestHeaders: HeaderLines = [
    ["Host", url.host],
    ["User-Agent", USER_AGENT],
    ["Accept", options.accept ?? "text/html,application/xhtml+xml,*/*;q=0.8"],
    ["Accept-Encoding", "gzip"],
    ["Connection", "close"],
  ];
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const socket = await connectGuarded(url, options);
  socket.setTimeout(0);
  const asked = send(url, {
    headers: requestHeaders.flat(),
    // Nothing is sent to whom was not checked; over TLS its own connection stands on this one.
    ...(url.protocol === "https:" ? { agent: false, socket } : { createConnection: () => socket }),
    ...(options.roots && { ca: [...options.roots] }),
    signal,
  });
  return new Promise<Exchange>((resolve, reject) => {
    const fail = (error: unknown) => {
      asked.destroy();
      reject(asRefusal(error, signal));
    };
    asked.on("error", fail);
    asked.on("response", (answer) => {
      const address = answer.socket.remoteAddress ?? "";
      const certificates = certificatesOf(asked);
      readWhole(answer, options.largest).then(
        (body) => resolve({ url: url.href, at, address, requestHeaders, ...lineOf(answer), body, certificates }),
        fail,
      );
    });
    asked.end();
  });
}

function lineOf(answer: IncomingMessage) {
  const raw = answer.rawHeaders;
  const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""] as const] : []));
  return {
    httpVersion: answer.httpVersion,
    status: answer.statusCode ?? 0,
    statusText: answer.statusMessage ?? "",
    headers,
  };
}

async function readWhole(answer: IncomingMessage, largest: number): Promise<Buffer> {
  if (Number(answer.headers["content-length"] ?? 0) > largest) throw new FetchRefused("size");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw new FetchRefused("size");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The chain that the server showed, up to its root where that is known. */
function certificatesOf({ socket }: ClientRequest): Buffer[] {
  if (!(socket && "encrypted" in socket)) return [];
  const chain: Buffer[] = [];
  let next: DetailedPeerCertificate | undefined = (socket as TLSSocket).getPeerCertificate(true);
  while (next?.raw && !chain.some((known) => known.equals(next?.raw ?? known))) {
    chain.push(next.raw);
    next = next.issuerCertificate;
  }
  return chain;
}

const OF_CERTIFICATES = /CERT|SSL|TLS|UNABLE_TO/;

function asRefusal(error: unknown, signal: AbortSignal): FetchRefused {
  if (error instanceof FetchRefused) return error;
  if (signal.aborted) return new FetchRefused("time");
  const { code = "", message } = error as { code?: string; message: string };
  return new FetchRefused(OF_CERTIFICATES.test(code) ? "certificate" : "connection", code || message);
}

import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request as requestHttp,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { FetchFailure } from "@/lib/records/capture";
import { checkAddress, FetchRefused } from "./allowed-address";
import { connectGuarded, type GuardOptions } from "./guarded-connection";

type ProxyOptions = GuardOptions & {
  /** In bytes, of everything that goes through it in either direction. */
  readonly largest: number;
  readonly mostConnections: number;
};
export type Traffic = {
  readonly connections: number;
  readonly bytes: number;
  readonly refused: ReadonlyMap<string, FetchFailure>;
  /** The IP addresses that answered, by host. */
  readonly addresses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Something was turned away since there had been too much. */
  readonly isCut: boolean;
};

/** What it answers itself, to whoever has its password: a browser that asked here once gives the password from then on. */
const OWN_HOST = "proxy.invalid";
/** Of one connection, within itself and to others: it ends there. */
const OWN_HEADERS = /^(?:proxy-.*|connection|keep-alive|te|trailer|upgrade|transfer-encoding)$/i;
/** Nothing is submitted by a page that is preserved. What goes through a tunnel the browser itself is told to hold back. */
const READING = /^(?:GET|HEAD|OPTIONS)$/;
/** The first byte of a TLS connection (RFC 8446, 5.1). */
const TLS_HANDSHAKE = 22;
const SILENCE = 30_000;
const MOST_REFUSED = 50;

/**
 * A forward proxy on this machine, through which a browser asks for what it asks for: each connection is made as `fetchGuarded` makes its
 * own, whatever the browser thinks of the address. What is refused is no answer at all, so that nothing of ours is taken for a page.
 */
export class GuardedProxy {
  readonly user = "browser";
  readonly password = randomBytes(24).toString("base64url");
  readonly handshake = `http://${OWN_HOST}/`;
  private readonly wanted = Buffer.from(`Basic ${Buffer.from(`${this.user}:${this.password}`).toString("base64")}`);
  private readonly server: Server = createServer((request, answer) => void this.forward(request, answer));
  private readonly open = new Set<Duplex>();
  private readonly refused = new Map<string, FetchFailure>();
  private readonly addresses = new Map<string, Set<string>>();
  private connections = 0;
  private bytes = 0;
  private isCut = false;

  constructor(private readonly options: ProxyOptions) {
    this.server.on("connect", (request, socket, head) => void this.tunnel(request, socket, head));
    this.server.on("upgrade", (_request, socket) => socket.destroy());
    this.server.on("clientError", (_error, socket) => socket.destroy());
    this.server.on("connection", (socket) => this.hold(socket));
  }

  /** @returns its port, of 127.0.0.1 */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends it with every connection that goes through it. */
  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get traffic(): Traffic {
    const { connections, bytes, refused, addresses, isCut } = this;
    return { connections, bytes, refused, addresses, isCut };
  }

  private hold(socket: Duplex) {
    this.open.add(socket);
    socket.once("close", () => this.open.delete(socket));
    socket.on("error", () => socket.destroy());
  }

  private isKnown({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers["proxy-authorization"] ?? "");
    return given.length === this.wanted.length && timingSafeEqual(given, this.wanted);
  }

  /** A connection to where an address leads; null, and noted, where it may not lead. */
  private async connect(url: URL): Promise<Socket | null> {
    try {
      this.connections += 1;
      if (this.connections > this.options.mostConnections || this.isCut) throw new FetchRefused("size");
      checkAddress(url, this.options.allowed);
      const socket = await connectGuarded(url, this.options);
      const known = this.addresses.get(url.hostname) ?? new Set();
      this.addresses.set(url.hostname, known.add(socket.remoteAddress ?? ""));
      this.hold(socket);
      socket.setTimeout(SILENCE, () => socket.destroy());
      return socket;
    } catch (error) {
      const reason = error instanceof FetchRefused ? error.reason : "connection";
      if (reason === "size") this.isCut = true;
      else if (this.refused.size < MOST_REFUSED) this.refused.set(url.host.replace(/:80$/, ""), reason);
      return null;
    }
  }

  private count(bytes: number) {
    this.bytes += bytes;
    if (this.bytes <= this.options.largest) return;
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  /** HTTPS: bytes both ways, of which nothing is read. What is no TLS is a socket of plain HTTP, and ends here. */
  private async tunnel(request: IncomingMessage, socket: Duplex, head: Buffer) {
    if (!this.isKnown(request)) {
      socket.end('HTTP/1.1 407 Password\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const target = `https://${request.url ?? ""}`;
    const there = URL.canParse(target) ? await this.connect(new URL(target)) : null;
    if (!there || socket.destroyed) {
      socket.destroy();
      there?.destroy();
      return;
    }
    socket.write("HTTP/1.1 200 Connected\r\n\r\n");
    const [first] = head.length > 0 ? [head] : ((await once(socket, "data").catch(() => [])) as Buffer[]);
    if (first?.[0] !== TLS_HANDSHAKE) {
      socket.destroy();
      there.destroy();
      return;
    }
    there.write(first);
    socket.pipe(there).pipe(socket);
    for (const side of [socket, there]) side.on("data", (part: Buffer) => this.count(part.length));
    socket.once("close", () => there.destroy());
    there.once("close", () => socket.destroy());
  }

  /** Plain HTTP: one request, by a connection of its own. */
  private async forward(request: IncomingMessage, answer: ServerResponse) {
    if (!this.isKnown(request)) {
      answer.writeHead(407, { "Proxy-Authenticate": 'Basic realm="proxy"' }).end();
      return;
    }
    const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : null;
    if (url?.href === this.handshake) {
      answer.writeHead(200, { "Content-Type": "text/plain" }).end();
      return;
    }
    const there = url?.protocol === "http:" && READING.test(request.method ?? "") ? await this.connect(url) : null;
    if (!there || !url || request.socket.destroyed) {
      request.socket.destroy();
      there?.destroy();
      return;
    }
    const fail = () => request.socket.destroy();
    const asked = requestHttp(url, {
      method: request.method,
      headers: [...ownHeaders(request.rawHeaders), "Connection", "close"],
      createConnection: () => there,
    });
    asked.on("error", fail);
    asked.on("response", (answered) => {
      answer.writeHead(answered.statusCode ?? 502, ownHeaders(answered.rawHeaders));
      answered.on("error", fail).on("aborted", fail).pipe(answer);
      answered.on("data", (part: Buffer) => this.count(part.length));
    });
    request.pipe(asked);
    answer.once("close", () => there.destroy());
  }
}

/** Without those that are said of one connection alone. */
const ownHeaders = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) => (at % 2 === 0 && !OWN_HEADERS.test(name) ? [name, raw[at + 1] ?? ""] : []));

import { randomUUID } from "node:crypto";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { isAmong, readProxies } from "@/app/_server/client-address";
import { type RequestScope, runInRequest } from "@/db/connection/request-scope";
import { closing, noteOpen } from "./closing";
import { Gate } from "./gate";
import { answerHealth } from "./health";
import { isFilePath, isLong, isReading, laneOf, type RequestLane } from "./lanes";
import { mendStatus } from "./mend-status";
import { countAnswer, serveMetrics } from "./metrics";
import { isOwnOrigin, mendHostHeaders, ownHosts } from "./own-hosts";
import { rememberPostedForm } from "./posted-form";
import { isReadablePath } from "./readable-address";
import { openRequestLog } from "./request-log";
import { securityHeaders } from "./security-headers";
import { answerShortly, type ShortAnswer } from "./short-answer";

/** Written over on every request: whether it asks for a page as RSC. */
const PAGE_AS_JSON = "x-page-as-json";

/** Milliseconds that all waits of one request take together at most. */
const DEADLINE = 10_000;
/** While one develops, a page is compiled as it is asked for, which may take longer. */
const HAS_DEADLINE = process.env.NODE_ENV !== "development";

const GATES: Readonly<Record<Exclude<RequestLane, "free">, Gate>> = {
  read: new Gate({ room: 8, queue: 256, patience: 1000 }),
  write: new Gate({ room: 6, queue: 64, patience: 1000 }),
  export: new Gate({ room: 2, queue: 16, patience: 1000 }),
  stream: new Gate({ room: 500, queue: 0, patience: 0 }),
  upload: new Gate({ room: 16, queue: 64, patience: 5000 }),
};

type Settings = {
  readonly address: string;
  readonly hosts: string;
  readonly proxies: string;
  /** The file of the request log. */
  readonly log?: string | undefined;
  readonly metricsPort?: number | undefined;
};
type Rules = {
  readonly hosts: ReadonlySet<string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly proxies: ReturnType<typeof readProxies>;
  readonly log: ReturnType<typeof openRequestLog> | null;
};

/** Stands before Next's own handler in every server of this process: what it turns away costs no rendering. */
export function putFront({ address, hosts, proxies, log, metricsPort }: Settings): void {
  const rules: Rules = {
    hosts: ownHosts(address, hosts),
    headers: securityHeaders(address),
    proxies: readProxies(proxies),
    log: log ? openRequestLog(log) : null,
  };
  if (rules.log) process.once("exit", rules.log.close);
  const aside = metricsPort ? serveMetrics(metricsPort, GATES) : null;
  const { emit } = Server.prototype;
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]): boolean {
    if (event !== "request" || this === aside) return Reflect.apply(emit, this, [event, ...args]);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    receive(request, response, rules, () => Reflect.apply(emit, this, [event, ...args]));
    return true;
  };
}

function receive(request: IncomingMessage, response: ServerResponse, rules: Rules, handle: () => void): void {
  const arrivedAt = performance.now();
  // Next and its compression wait for its end as well: more than ten of us, each once.
  response.setMaxListeners(30);
  const { method = "GET", url = "/" } = request;
  const [pathname = "/"] = url.split("?");
  for (const [name, value] of Object.entries(rules.headers)) response.setHeader(name, value);
  if (isFilePath(pathname)) leavePolicyOpen(response);
  const id = randomUUID();
  response.setHeader("X-Request-Id", id);
  if (answerHealth(pathname, response)) return;
  const lane = laneOf(method, pathname);
  response.once("close", () => {
    const milliseconds = performance.now() - arrivedAt;
    countAnswer(lane, response.statusCode, milliseconds / 1000);
    if (lane !== "free") rules.log?.write({ id, method, pathname, lane, status: response.statusCode, milliseconds });
  });
  // Next keeps its own header of this from proxy.ts.
  if (request.headers.rsc) request.headers[PAGE_AS_JSON] = "1";
  else delete request.headers[PAGE_AS_JSON];
  mendHostHeaders(request.headers, rules.hosts, isAmong(rules.proxies, request.socket.remoteAddress));
  const atOnce = refusedAtOnce(request, pathname, rules);
  const posted = atOnce && atOnce.status !== 503 ? null : rememberPostedForm(request);
  const refuse = (answer: ShortAnswer, inPlace = (write: () => void) => write()) => {
    if (!posted) inPlace(() => answerShortly(request, response, answer));
    else posted().then((fields) => inPlace(() => answerShortly(request, response, { ...answer, fields })));
  };
  if (atOnce) {
    refuse(atOnce);
    return;
  }
  const long = isLong(lane, pathname);
  const endsAt = long || !HAS_DEADLINE ? Number.POSITIVE_INFINITY : arrivedAt + DEADLINE;
  const scope: RequestScope = { endsAt };
  const work = () => {
    mendStatus(response, scope, (inPlace) =>
      refuse({ status: 503, why: scope.unavailable?.inDoubt ? "inDoubt" : "unavailable" }, inPlace),
    );
    runInRequest(scope, handle);
  };
  response.once("close", () => {
    scope.isOver = true;
  });
  if (lane !== "stream") noteOpen(response);
  if (lane === "free") work();
  else waitForRoom(response, { lane, long }, work, () => refuse({ status: 503, why: "busy" }));
}

/** A file says itself how far it is trusted: Next adds no header that is there. What says nothing has the policy of all. */
function leavePolicyOpen(response: ServerResponse): void {
  const name = "Content-Security-Policy";
  const policy = response.getHeader(name) ?? "default-src 'none'";
  response.removeHeader(name);
  const { writeHead } = response;
  response.writeHead = (...args: unknown[]) => {
    if (!response.hasHeader(name)) response.setHeader(name, policy);
    return Reflect.apply(writeHead, response, args);
  };
}

/** What never gets as far as to wait. */
function refusedAtOnce(
  { method = "GET", headers }: IncomingMessage,
  pathname: string,
  rules: Rules,
): ShortAnswer | null {
  if (closing.isClosing) return { status: 503, why: "closing" };
  if (!isReadablePath(pathname)) return { status: 400, why: "badRequest" };
  if (isReading(method)) return null;
  const [site] = [headers["sec-fetch-site"]].flat();
  return isOwnOrigin(rules.hosts, headers.origin, site) ? null : { status: 403, why: "crossSite" };
}

function waitForRoom(
  response: ServerResponse,
  { lane, long }: { lane: Exclude<RequestLane, "free">; long: boolean },
  work: () => void,
  refuse: () => void,
): void {
  const giveUp = GATES[lane].ask((leave) => {
    response.once("close", leave);
    if (!long) {
      // Work is over when its last word is written: how fast that travels is the reader's affair.
      response.once("prefinish", leave);
      const timer = setTimeout(leave, DEADLINE);
      response.once("close", () => clearTimeout(timer));
    }
    work();
  }, refuse);
  response.once("close", giveUp);
}

// Preloaded into the built site's server: Next listens before instrumentation.ts has put the front before it, for seconds on a
// busy machine. Whoever comes until then is told to come back.
import { Server } from "node:http";

const { emit } = Server.prototype;
const HEADERS = {
  "Retry-After": "1",
  Connection: "close",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Passes everything on once something stands before it. */
function hold(event, ...args) {
  if (event !== "request" || Server.prototype.emit !== hold) return Reflect.apply(emit, this, [event, ...args]);
  const [request, response] = args;
  request.resume();
  response.writeHead(503, HEADERS).end();
  return true;
}

if (process.ppid === Number(process.env.WEDERHOOR_PARENT)) Server.prototype.emit = hold;

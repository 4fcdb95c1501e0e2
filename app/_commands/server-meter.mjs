// Preloaded into a server that is measured, never into one that serves: tells whoever connects what CPU time it has spent,
// how many statements it has sent to a PostgreSQL on this machine, and how much memory it has.
import { rmSync } from "node:fs";
import { createServer, Socket } from "node:net";

const EXECUTE = "E".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);
let statements = 0;

/** Walks along the protocol's messages: a letter, and a length that counts itself. What it begins with has no letter. */
class Walk {
  rest = Buffer.alloc(0);
  skip = 0;
  isOpened = false;

  over(chunk) {
    let bytes = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const skipped = Math.min(this.skip, bytes.length);
      bytes = bytes.subarray(skipped);
      this.skip -= skipped;
      const head = this.isOpened ? 5 : 4;
      if (this.skip > 0 || bytes.length < head) break;
      if (this.isOpened && (bytes[0] === EXECUTE || bytes[0] === QUERY)) statements += 1;
      this.skip = bytes.readUInt32BE(head - 4) + head - 4;
      this.isOpened = true;
    }
    this.rest = Buffer.from(bytes);
  }
}

if (process.ppid === Number(process.env.WEDERHOOR_PARENT)) {
  const walks = new WeakMap();
  const { connect, write } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    const target = Array.isArray(args[0]) ? args[0][0] : args[0];
    const path = typeof target === "string" ? target : target?.path;
    if (path?.includes(".s.PGSQL.")) walks.set(this, new Walk());
    return connect.apply(this, args);
  };
  Socket.prototype.write = function (chunk, ...more) {
    walks.get(this)?.over(Buffer.from(chunk));
    return write.call(this, chunk, ...more);
  };
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    const { user, system } = process.cpuUsage();
    socket.end(JSON.stringify({ cpu: (user + system) / 1000, statements, memory: process.memoryUsage().rss }));
  });
  // A run that was killed leaves its socket in a folder that is kept.
  rmSync(process.env.WEDERHOOR_METER_SOCKET, { force: true });
  server.listen(process.env.WEDERHOOR_METER_SOCKET).unref();
}

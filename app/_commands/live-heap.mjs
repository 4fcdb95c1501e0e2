// Preloaded into a server that is measured, never into one that serves: tells whoever connects how many bytes of its heap
// live, after a collection of the rest.
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

if (process.ppid === Number(process.env.WEDERHOOR_PARENT)) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const server = createServer(async (socket) => {
    socket.on("error", () => undefined);
    // What was weak or waited to be finalized goes with a later collection.
    for (let round = 0; round < 3; round++) {
      collect();
      await pause(20);
    }
    socket.end(String(process.memoryUsage().heapUsed));
  });
  server.listen(process.env.WEDERHOOR_HEAP_SOCKET).unref();
}

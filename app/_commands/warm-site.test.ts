import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { freePort } from "@/db/testing/free-port";
import { warmSite } from "./site";

test("the first page is asked for once as nobody, and a site that can't answer it starts all the same", async () => {
  const port = await freePort();
  const asked: (string | undefined)[][] = [];
  const server = createServer(({ url, headers }, response) => {
    asked.push([url, headers.cookie]);
    response.writeHead(500).end("broken");
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  await warmSite("127.0.0.1", port);
  expect(asked).toEqual([["/", undefined]]);

  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await expect(warmSite("127.0.0.1", port)).resolves.toBeUndefined();
});

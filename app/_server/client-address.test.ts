import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { believedAddress, clientAddress, noteClientAddresses, readProxies } from "./client-address";

test.each([
  ["without a proxy nothing that was sent is believed", "", "203.0.113.9", "1.1.1.1", "203.0.113.9"],
  ["a proxy's word is", "10.0.0.0/8", "10.1.2.3", "198.51.100.7", "198.51.100.7"],
  ["of what it was sent itself, nothing is", "10.0.0.0/8", "10.1.2.3", "1.1.1.1, 198.51.100.7", "198.51.100.7"],
  ["through two of ours", "10.0.0.0/8, ::1", "::1", "1.1.1.1, 198.51.100.7, 10.9.9.9", "198.51.100.7"],
  ["who is no proxy of ours is not", "10.0.0.0/8", "11.1.2.3", "198.51.100.7", "11.1.2.3"],
  ["what is no address ends it", "10.0.0.0/8", "10.1.2.3", "198.51.100.7, made up", "10.1.2.3"],
  ["as sockets write it", "127.0.0.1", "::ffff:127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"],
  ["a proxy that sends none", "127.0.0.1", "127.0.0.1", "", "127.0.0.1"],
  ["a socket that is gone", "", "", "1.1.1.1", "unknown"],
])("%s", (_what, proxies, peer, forwarded, address) => {
  expect(believedAddress(peer, forwarded, readProxies(proxies))).toBe(address);
});

test("a server's handlers read it, whatever the client sends", async () => {
  noteClientAddresses(readProxies(""));
  const server = createServer((request, response) => {
    response.end(clientAddress(new Headers(request.headers as Record<string, string>)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "1.1.1.1", "x-client-address": "2.2.2.2" };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(await answer.text()).toBe("127.0.0.1");
  server.close();
});

import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { sendJsonWithItsHead } from "./compressed-json";

/** The pieces in which an answer arrives that is written as Next writes one: its head, a while later its body, then its end. */
async function piecesOf(begin: (response: ServerResponse) => void): Promise<string[]> {
  const pieces: string[] = [];
  const server = createServer(async (_request, response) => {
    begin(response);
    response.flushHeaders();
    for (let turn = 0; turn < 20 && pieces.length === 0; turn += 1) await new Promise(setImmediate);
    response.write(new TextEncoder().encode('{"a":1}'));
    await new Promise(setImmediate);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("data", (piece) => pieces.push(piece.toString()));
  socket.write("GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
  await new Promise((closed) => socket.once("close", closed));
  server.close();
  return pieces;
}

test("JSON leaves with its head, anything else as it did", async () => {
  sendJsonWithItsHead();
  const [first] = await piecesOf((response) => response.setHeader("Content-Type", "application/json"));
  expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\n7\r\n\{"a":1\}\r\n/s);
  const [head, ...rest] = await piecesOf((response) => response.setHeader("Content-Type", "text/event-stream"));
  expect(head).toMatch(/\r\n\r\n$/);
  expect(rest.join("")).toContain('{"a":1}');
});

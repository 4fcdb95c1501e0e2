import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTurnedAway } from "@/lib/workflow/turned-away";
import { rememberPostedForm } from "./posted-form";
import { answerShortly } from "./short-answer";

/** Answers as the front does where there is no room; or after the form was read, as where its page failed. */
const server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
  const posted = rememberPostedForm(asked);
  const turnAway = async () =>
    answerShortly(asked, answer, { status: 503, why: "busy", fields: posted ? await posted() : [] });
  if (asked.url === "/read") asked.resume().once("end", turnAway);
  else turnAway();
});
let base: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const TYPED = 'Two lines\r\nwith "signs" & <b>tags</b>';
const page = { accept: "text/html", "accept-language": "en" };
const form = (fields: Record<string, string>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
};
const fieldsIn = (html: string) => {
  const read = (text = "") =>
    text
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
      read(name),
      read(value),
    ]),
  );
};

test.each(["/unread", "/read"])("a form that is turned away is given back as it was typed, %s", async (path) => {
  const typed = { $ACTION_1: '{"id":"x"}', title: TYPED };
  const answer = await fetch(base + path, { method: "POST", body: form(typed), headers: page });
  const html = await answer.text();
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(fieldsIn(html)).toEqual(typed);
  expect(html).toContain("Send again");
  expect(html).not.toContain("<b>");
});

test("a password is never given back, nor a form that is too large, nor one that stops on its way", async () => {
  const forms = [form({ email: "who@desk.example", password: "secret" }), form({ title: "x".repeat(300_001) })];
  for (const body of forms) {
    const html = await (await fetch(base, { method: "POST", body, headers: page })).text();
    expect(fieldsIn(html)).toEqual({});
    expect(html).toContain("Try again");
  }
  const type = "application/x-www-form-urlencoded";
  const half = request(base, { method: "POST", headers: { ...page, "content-type": type, "content-length": "50" } });
  half.write("title=half");
  const [answer] = (await once(half, "response")) as [IncomingMessage];
  expect(answer.statusCode).toBe(503);
  half.on("error", () => undefined).destroy();
});

test("an action is told in a sentence of its own, and when to come again", async () => {
  const headers = { ...page, "next-action": "abc" };
  const answer = await fetch(base, { method: "POST", body: form({ title: TYPED }), headers });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "text/plain"]);
  expect(readTurnedAway(new Error(await answer.text()))).toEqual({
    sentence: expect.stringContaining("Nothing was saved"),
    retryAfter: 2,
  });
});

import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { proxy } from "@/proxy";

const reachable = process.env.DATABASE_URL;
afterEach(async () => {
  process.env.DATABASE_URL = reachable;
  await closeDatabase();
});

const ask = (headers: Record<string, string>) =>
  proxy(new NextRequest("http://localhost/stations?country=IT", { headers }));

test("a page asked for while the database is away is a 503 in the reader's language, never an empty list", async () => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/nothing";
  const answer = await ask({ accept: "text/html", "accept-language": "nl" });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const html = await answer.text();
  expect(html).toContain('<html lang="nl">');
  const nonce = /<style nonce="([^"]+)">/.exec(html)?.[1];
  expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
});

test("a page asked for while the database answers goes on to the page, and it knows which address was asked", async () => {
  const answer = await ask({ accept: "text/html" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-middleware-request-x-path")).toBe("/stations?country=IT");
});

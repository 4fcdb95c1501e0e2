import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import nextConfig from "@/next.config.js";
import { config, proxy } from "@/proxy";

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

test("so is one that is asked for as RSC, and an action is left to say so itself", async () => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/nothing";
  expect((await ask({ "x-page-as-json": "1" })).status).toBe(503);
  expect((await ask({ accept: "text/html", "next-action": "an-id" })).status).toBe(200);
});

test("a form that was posted without JavaScript while the database is away comes back with what was typed", async () => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/nothing";
  const body = new FormData();
  body.set("title", 'A "day" <typed>\nin two lines');
  body.set("$ACTION_REF_1", "");
  const answer = await proxy(
    new NextRequest("http://localhost/events/new", { method: "POST", body, headers: { accept: "text/html" } }),
  );
  expect(answer.status).toBe(503);
  const html = await answer.text();
  expect(html).toContain('name="title" value="A &quot;day&quot; &lt;typed&gt;&#13;&#10;in two lines"');
  expect(html).toContain('name="$ACTION_REF_1" value=""');
});

test("a page asked for while the database answers goes on to the page, and it knows which address was asked", async () => {
  const answer = await ask({ accept: "text/html" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-middleware-request-x-path")).toBe("/stations?country=IT");
});

const passesProxy = (path: string) => new RegExp(`^${config.matcher}$`).test(path);

test("pages pass the proxy, and what programs ask for does not", () => {
  for (const path of ["/", "/stations", "/summary.pdf", "/api/auth/csrf", "/api/feeds/x", "/apidocs"]) {
    expect([path, passesProxy(path)]).toEqual([path, true]);
  }
  for (const path of ["/api/v1/stations", "/api/v1/stations/nl-amsterdam", "/_next/static/x.js", "/icon.svg"]) {
    expect([path, passesProxy(path)]).toEqual([path, false]);
  }
});

/** By which Next matches a source; its own tools for tests change the console of the process. */
const { pathToRegexp } = createRequire(import.meta.url)("next/dist/compiled/path-to-regexp") as {
  pathToRegexp: (source: string) => RegExp;
};

test("what does not pass the proxy has its headers all the same", async () => {
  const rules = (await nextConfig.headers?.()) ?? [];
  const headersOf = (path: string) =>
    rules.flatMap(({ source, headers }) => (pathToRegexp(source).test(path) ? headers.map(({ key }) => key) : []));
  const everywhere = headersOf("/stations/nl-amsterdam");
  expect(everywhere).toEqual(expect.arrayContaining(["X-Content-Type-Options", "X-Frame-Options"]));
  expect(headersOf("/api/v1/evidence/src-001")).toEqual([...everywhere, "Content-Security-Policy"]);
  for (const path of ["/api/v1/files/1/content", "/api/v1/comments/files/1"])
    expect(headersOf(path), "a file has a policy of its own").toEqual(everywhere);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor } from "../../testing/make";
import { makeCleanPages, WALLS_OF_OTHERS } from "../../testing/pages-of-others";
import { proposeFromPage } from "./page-proposal";

const [CLEAN] = makeCleanPages(1);
const WALL = WALLS_OF_OTHERS.find(({ html }) => html.includes("Subscribe to continue"));
const server = createServer((request, answer) => {
  const html = { "/article": CLEAN?.html, "/wall": WALL?.html }[request.url ?? ""];
  if (request.url === "/gone") answer.writeHead(410).end();
  else if (html) answer.setHeader("Content-Type", "text/html; charset=utf-8").end(html);
  else answer.setHeader("Content-Type", "application/pdf").end("%PDF-1.7");
});
let reporter: Actor;
let here = "";
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  reporter = await makeActor("reporter");
});
afterAll(() => server.close());

test("nothing is asked unless the installation says so, nor of its own net unless it lists the host", async () => {
  expect(await proposeFromPage(reporter, `${here}/article`)).toEqual({ page: null, failure: "off" });
  vi.stubEnv("FETCH_PAGES", "on");
  expect(await proposeFromPage(reporter, `${here}/article`)).toEqual({ page: null, failure: "port" });
  expect(await proposeFromPage(reporter, "http://127.0.0.1/")).toEqual({ page: null, failure: "address" });
});

test("a page says what it is, and a wall says nothing", async () => {
  vi.stubEnv("FETCH_PAGES", "on");
  vi.stubEnv("FETCH_ALLOWED", `wiki.internal, ${new URL(here).host}`);
  const { page, failure } = await proposeFromPage(reporter, `${here}/article`);
  expect([failure, page]).toEqual([
    null,
    { ...CLEAN?.says, language: CLEAN?.language, canonical: "https://post.example/0" },
  ]);
  const failures = await Promise.all(
    ["wall", "gone", "file"].map(async (path) => (await proposeFromPage(reporter, `${here}/${path}`)).failure),
  );
  expect(failures).toEqual(["login", "status", "type"]);
  await expect(proposeFromPage(await makeActor("manager"), `${here}/article`)).rejects.toThrow();
});

import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { isOwnOrigin, mendHostHeaders, ownHosts } from "./own-hosts";

test("the site is called by its address and by what its owner names besides; on this machine by three names", () => {
  expect([...ownHosts("https://desk.example", " Desk.internal:3000 , ")]).toEqual([
    "desk.example",
    "desk.internal:3000",
  ]);
  expect([...ownHosts("http://127.0.0.1:3000", "")].sort()).toEqual(
    ["127.0.0.1:3000", "[::1]:3000", "localhost:3000"].sort(),
  );
});

test("a write comes from a page of ours, or from a program that names none", () => {
  const hosts = ownHosts("https://desk.example", "");
  expect(isOwnOrigin(hosts, "https://desk.example", "same-origin")).toBe(true);
  expect(isOwnOrigin(hosts, undefined, undefined)).toBe(true);
  for (const origin of ["null", "https://evil.example", "https://desk.example.evil", "https://desk.example:444"]) {
    expect(isOwnOrigin(hosts, origin, undefined), origin).toBe(false);
  }
  for (const site of ["cross-site", "same-site"]) expect(isOwnOrigin(hosts, undefined, site), site).toBe(false);
});

const mended = (headers: IncomingHttpHeaders, isFromProxy: boolean) => {
  mendHostHeaders(headers, ownHosts("https://desk.example", ""), isFromProxy);
  return headers;
};

test("what is forwarded is believed of our proxies alone, and a host that is none of ours of nobody", () => {
  const forwarded = { "x-forwarded-host": "desk.example", "x-forwarded-proto": "https" };
  expect(mended({ host: "desk.example", ...forwarded }, true)).toEqual({ host: "desk.example", ...forwarded });
  expect(mended({ host: "desk.example", ...forwarded }, false)).toEqual({ host: "desk.example" });
  expect(mended({ host: "evil.example", "x-forwarded-host": "evil.example" }, true)).toEqual({
    host: "desk.example",
  });
  expect(mended({ host: "127.0.0.1:3000", origin: "https://desk.example" }, false)).toMatchObject({
    host: "desk.example",
  });
});

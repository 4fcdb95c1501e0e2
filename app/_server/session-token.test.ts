import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { readToken, tokensRemembered } from "./session-token";

const SECRET = "a secret of thirty-two characters";
const tokenOf = (sid: string, maxAge = 60) => encode({ token: { sid }, secret: SECRET, maxAge });
const inSeconds = (seconds: number) => Date.now() + seconds * 1000;

test("a token says the same session each time, and is remembered once", async () => {
  const token = await tokenOf("first");
  const before = tokensRemembered();
  for (let time = 0; time < 3; time++) expect(await readToken(token, SECRET)).toBe("first");
  expect(tokensRemembered()).toBe(before + 1);
});

test("a token that is remembered does not outlive its time", async () => {
  const token = await tokenOf("short");
  expect(await readToken(token, SECRET)).toBe("short");
  const kept = tokensRemembered();
  vi.useFakeTimers({ now: inSeconds(120), toFake: ["Date"] });
  expect(await readToken(token, SECRET)).toBeNull();
  vi.useRealTimers();
  expect(tokensRemembered()).toBe(kept - 1);
});

test("a remembered token is nothing to another secret, and what we did not sign is never kept", async () => {
  const token = await tokenOf("ours");
  expect(await readToken(token, SECRET)).toBe("ours");
  expect(await readToken(token, "another secret of thirty-two char")).toBeNull();
  const kept = tokensRemembered();
  for (const forged of ["", "x", `${token.slice(0, -2)}AA`, "a.b.c.d.e"]) {
    expect(await readToken(forged, SECRET)).toBeNull();
  }
  expect(tokensRemembered()).toBe(kept);
});

test("at most a thousand tokens are remembered, and one that is forgotten is read again", async () => {
  const oldest = await tokenOf("oldest");
  await readToken(oldest, SECRET);
  for (let person = 0; person < 1001; person++) await readToken(await tokenOf(`p${person}`), SECRET);
  expect(tokensRemembered()).toBe(1000);
  expect(await readToken(oldest, SECRET)).toBe("oldest");
});

import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { countAttempt, forgetAttempts } from "./attempts";

const times = (n: number, email: string, address: string) =>
  Promise.all(Array.from({ length: n }, () => countAttempt(email, address)));

test("of many attempts at once ten go on, and the rest wait, wherever they are counted", async () => {
  const minutes = await times(13, "a@desk.example", "place");
  expect(minutes.filter((wait) => wait === 0)).toHaveLength(10);
  expect(minutes.filter((wait) => wait === 15)).toHaveLength(3);
  vi.resetModules();
  const another = await import("./attempts");
  expect(await another.countAttempt("a@desk.example", "place")).toBe(15);
  expect(await another.countAttempt("a@desk.example", "another place")).toBe(0);
  expect(await another.countAttempt("b@desk.example", "place")).toBe(0);
});

test("a right password wipes the count of its place", async () => {
  await times(10, "c@desk.example", "place");
  await forgetAttempts("c@desk.example", "place");
  expect(await countAttempt("c@desk.example", "place")).toBe(0);
});

test("an address has its limit over all places", async () => {
  for (let n = 0; n < 20; n++) await times(5, "d@desk.example", `place ${n}`);
  expect(await countAttempt("d@desk.example", "yet another")).toBeGreaterThan(0);
});

test("what is stored names nobody", async () => {
  await countAttempt("e@desk.example", "10.0.0.1");
  for (const { key } of await db.select().from(signInAttempts)) expect(key).toMatch(/^(place|address):[0-9a-f]{64}$/);
});

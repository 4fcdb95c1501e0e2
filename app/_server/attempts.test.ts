import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { jar } from "@/db/testing/next-headers";
import { countAttempt, forgetAttempts } from "./attempts";
import { readKnownDevice, rememberDevice } from "./known-device";

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

test("one place alone locks nobody out elsewhere, however often it tries", async () => {
  await times(110, "j@desk.example", "one place");
  expect(await countAttempt("j@desk.example", "one place")).toBeGreaterThan(0);
  expect(await countAttempt("j@desk.example", "a clean place")).toBe(0);
});

test("wherever strangers try from, whoever signed in on this device before is let in", async () => {
  await times(10, "f@desk.example", "the owner's place");
  for (let n = 0; n < 25; n++) await times(5, "f@desk.example", `place ${n}`);
  expect(await countAttempt("f@desk.example", "a clean place")).toBeGreaterThan(0);
  expect(await countAttempt("f@desk.example", "the owner's place", "device")).toBe(0);
  await forgetAttempts("f@desk.example", "the owner's place", "device");
  const minutes = await Promise.all(
    Array.from({ length: 12 }, () => countAttempt("f@desk.example", "the owner's place", "device")),
  );
  expect(
    minutes.filter((wait) => wait === 0),
    "a stolen device has few attempts too",
  ).toHaveLength(10);
  expect(await countAttempt("f@desk.example", "the owner's place", "another device")).toBe(0);
});

test("a place that tries a few passwords on each of many addresses has to wait, and other places do not", async () => {
  for (let n = 0; n < 34; n++) await times(3, `k${n}@desk.example`, "a sprayer");
  expect(await countAttempt("k99@desk.example", "a sprayer")).toBeGreaterThan(0);
  expect(await countAttempt("k99@desk.example", "another place")).toBe(0);
});

test("a right password is no guess over all addresses", async () => {
  for (let n = 0; n < 110; n++) {
    expect(await countAttempt(`l${n}@desk.example`, "an office")).toBe(0);
    await forgetAttempts(`l${n}@desk.example`, "an office");
  }
});

test("a device is known to those who signed in on it, by a cookie that names nobody", async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
  expect(await readKnownDevice("g@desk.example")).toBeNull();
  await rememberDevice("g@desk.example");
  const id = await readKnownDevice(" G@desk.example");
  expect(id).toEqual(expect.any(String));
  await rememberDevice("h@desk.example");
  expect(await readKnownDevice("h@desk.example")).toBe(id);
  expect(await readKnownDevice("g@desk.example")).toBe(id);
  expect(await readKnownDevice("i@desk.example")).toBeNull();
  jar.set("known-device", "made up");
  expect(await readKnownDevice("g@desk.example")).toBeNull();
});

test("what is stored names nobody", async () => {
  await countAttempt("e@desk.example", "10.0.0.1");
  for (const { key } of await db.select().from(signInAttempts))
    expect(key).toMatch(/^(place|spray|address|device):[0-9a-f]{64}$/);
});

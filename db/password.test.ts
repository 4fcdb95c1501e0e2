import { verify } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import { hashPassword, passwordMatches } from "./password";

vi.mock("@node-rs/argon2", async (real) => {
  const library = await real<typeof import("@node-rs/argon2")>();
  return { ...library, verify: vi.fn(library.verify) };
});
const verified = vi.mocked(verify);
beforeEach(() => void verified.mockClear());

/** "$argon2id$v=19$m=19456,t=2,p=1$salt$hash": all that decides how much work it is, and how long salt and hash are. */
const workOf = (hash: unknown) => {
  const [, name, version, cost, salt = "", digest = ""] = String(hash).split("$");
  return { name, version, cost, salt: salt.length, digest: digest.length };
};

test("an address without an account costs the same work as one with an account", async () => {
  const stored = await hashPassword("right");
  expect(await passwordMatches("wrong", stored)).toBe(false);
  expect(await passwordMatches("wrong", null)).toBe(false);
  expect(verified).toHaveBeenCalledTimes(2);
  const [somebodys, nobodys] = verified.mock.calls;
  expect(somebodys?.[0]).toBe(stored);
  expect(workOf(nobodys?.[0])).toEqual(workOf(stored));
  expect(workOf(stored)).toMatchObject({ name: "argon2id", cost: "m=19456,t=2,p=1" });
  expect(nobodys?.[1]).toBe("wrong");
});

test("two addresses without an account are compared with one hash, which nothing matches", async () => {
  expect(await passwordMatches("one", null)).toBe(false);
  expect(await passwordMatches("other", null)).toBe(false);
  expect(verified.mock.calls[0]?.[0]).toBe(verified.mock.calls[1]?.[0]);
});

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ROLES } from "@/lib/workflow/actor";
import { CONSOLE } from "./access/accounts/account-keeper";
import { findForSignIn, setPasswordHash } from "./access/accounts/people";
import { ensureDemoAccounts, forgetUsedPassword } from "./demo-accounts";
import { hashPassword, passwordMatches } from "./password";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-accounts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the first start makes one account per role, the second finds them", async () => {
  const accounts = await ensureDemoAccounts(folder);
  expect(accounts.map(({ role }) => role)).toEqual([...ROLES]);
  for (const { email, password } of accounts) {
    expect(await passwordMatches(password ?? "", (await findForSignIn(email))?.passwordHash ?? null)).toBe(true);
  }
  expect(await ensureDemoAccounts(folder)).toEqual(accounts);
  const file = join(folder, "demo-accounts.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).toContain(accounts[0]?.password);
});

test("the admin's password is kept nowhere once somebody signed in with it, unless that is asked for", async () => {
  const file = join(folder, "demo-accounts.json");
  const [before, hash] = [await readFile(file, "utf8"), (await findForSignIn("admin@demo.example"))?.passwordHash];
  const { admin, editor } = JSON.parse(before) as Record<string, string>;
  await forgetUsedPassword("editor@demo.example", folder);
  vi.stubEnv("DEMO_PASSWORDS", "keep");
  await forgetUsedPassword("admin@demo.example", folder);
  expect(await readFile(file, "utf8")).toBe(before);
  vi.unstubAllEnvs();
  await forgetUsedPassword("admin@demo.example", folder);
  await forgetUsedPassword("admin@demo.example", folder);
  for (const name of await readdir(folder)) expect(await readFile(join(folder, name), "utf8")).not.toContain(admin);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ admin: null, editor });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const accounts = await ensureDemoAccounts(folder);
  expect(accounts.map(({ role, password }) => [role, password === null])).toEqual(
    ROLES.map((role) => [role, role === "admin"]),
  );
  expect((await findForSignIn("admin@demo.example"))?.passwordHash, "and it still opens").toBe(hash);
  await writeFile(file, before);
});

test("a password that was changed since is neither printed nor reset", async () => {
  const hash = await hashPassword("my own");
  await setPasswordHash(CONSOLE, "admin@demo.example", hash);
  const accounts = await ensureDemoAccounts(folder);
  expect(accounts.map(({ role }) => role)).not.toContain("admin");
  expect((await findForSignIn("admin@demo.example"))?.passwordHash).toBe(hash);
});

import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROLES, type Role } from "@/lib/workflow/actor";
import { CONSOLE } from "./access/accounts/account-keeper";
import { createPerson, findForSignIn, setPasswordHash } from "./access/accounts/people";
import { prepareDataFolder } from "./data-folder";
import { hashPassword, passwordMatches, readablePassword } from "./password";

export type DemoAccount = { role: Role; email: string; name: string; password: string };

const NAMES: Record<Role, string> = {
  reporter: "Robin Reporter",
  editor: "Esra Editor",
  manager: "Maud Manager",
  admin: "Alex Admin",
};

const readOrCreatePasswords = z.partialRecord(z.enum(ROLES), z.string());

/**
 * One account per role for trying out, made at the first start; their passwords are kept in the data folder, readable
 * by its owner only. An account whose password was changed or that was disabled since is left alone and not returned.
 */
export async function ensureDemoAccounts(dataDir: string): Promise<DemoAccount[]> {
  const file = join(dataDir, "demo-accounts.json");
  const stored = await readStoredPasswords(file);
  const accounts: DemoAccount[] = [];
  for (const role of ROLES) {
    const password = stored[role] ?? readablePassword();
    const account = { role, email: `${role}@demo.example`, name: NAMES[role], password };
    if (await ensureAccount(account, stored[role] !== undefined)) accounts.push(account);
  }
  await prepareDataFolder(dataDir);
  const passwords = { ...stored, ...Object.fromEntries(accounts.map(({ role, password }) => [role, password])) };
  await writeFile(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return accounts;
}

async function readStoredPasswords(file: string): Promise<Partial<Record<Role, string>>> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  try {
    return readOrCreatePasswords.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** @returns whether the account can sign in with the password */
async function ensureAccount({ role, email, name, password }: DemoAccount, known: boolean): Promise<boolean> {
  const person = await findForSignIn(email);
  if (!person) {
    await createPerson(CONSOLE, { role, email, name, passwordHash: await hashPassword(password) });
    return true;
  }
  if (person.disabled) return false;
  if (known) return passwordMatches(password, person.passwordHash);
  await setPasswordHash(CONSOLE, email, await hashPassword(password));
  return true;
}

import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROLES, type Role } from "@/lib/workflow/actor";
import { CONSOLE } from "./access/accounts/account-keeper";
import { createPerson, findForSignIn, setPasswordHash } from "./access/accounts/people";
import { prepareDataFolder } from "./data-folder";
import { hashPassword, passwordMatches, readablePassword } from "./password";

export type DemoAccount = {
  role: Role;
  email: string;
  name: string;
  /** Null: whoever signed in with it knows it, and it is kept nowhere else. */
  password: string | null;
};

const NAMES: Record<Role, string> = {
  reporter: "Robin Reporter",
  editor: "Esra Editor",
  manager: "Maud Manager",
  admin: "Alex Admin",
};

/** What may do everything is written down no longer than it has to be. */
const FORGOTTEN_AFTER_USE: Role = "admin";

const passwordsFile = z.partialRecord(z.enum(ROLES), z.string().nullable());
type Stored = Partial<Record<Role, string | null>>;

const emailOf = (role: Role) => `${role}@demo.example`;
const fileIn = (dataDir: string) => join(dataDir, "demo-accounts.json");

/**
 * One account per role for trying out, made at the first start; their passwords are kept in the data folder, readable
 * by its owner only. An account whose password was changed or that was disabled since is left alone and not returned.
 */
export async function ensureDemoAccounts(dataDir: string): Promise<DemoAccount[]> {
  const stored = await readStoredPasswords(fileIn(dataDir));
  const accounts: DemoAccount[] = [];
  for (const role of ROLES) {
    const known = stored[role];
    const account = { role, email: emailOf(role), name: NAMES[role], password: known ?? readablePassword() };
    if (known === null && (await findForSignIn(account.email))) accounts.push({ ...account, password: null });
    else if (await ensureAccount(account, typeof known === "string")) accounts.push(account);
  }
  await prepareDataFolder(dataDir);
  const passwords = Object.fromEntries(accounts.map(({ role, password }) => [role, password]));
  await writePasswords(fileIn(dataDir), { ...stored, ...passwords });
  return accounts;
}

/**
 * After somebody signed in: the admin's password is known to them, and its clear copy in the data folder is deleted. What goes
 * wrong is said, and keeps nobody out. DEMO_PASSWORDS=keep leaves it there.
 */
export async function forgetUsedPassword(email: string, dataDir = process.env.DATA_DIR): Promise<void> {
  if (email !== emailOf(FORGOTTEN_AFTER_USE) || !dataDir || process.env.DEMO_PASSWORDS === "keep") return;
  const file = fileIn(dataDir);
  const stored = await readStoredPasswords(file);
  if (typeof stored[FORGOTTEN_AFTER_USE] !== "string") return;
  await writePasswords(file, { ...stored, [FORGOTTEN_AFTER_USE]: null }).catch((error: NodeJS.ErrnoException) =>
    console.error(`The password of ${email} could not be deleted from ${file} (${error.code}).`),
  );
}

async function writePasswords(file: string, passwords: Stored): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await rename(draft, file);
}

async function readStoredPasswords(file: string): Promise<Stored> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  try {
    return passwordsFile.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

type Account = DemoAccount & { password: string };

/** @returns whether the account can sign in with the password */
async function ensureAccount({ role, email, name, password }: Account, known: boolean): Promise<boolean> {
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

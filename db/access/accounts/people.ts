import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Tx, transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { readingMarks, readingStarts } from "@/db/schema/reading";
import type { Locale } from "@/lib/text/locale";
import type { Actor, Role } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { keepRows } from "../history/kept-rows";
import { type AccountKeeper, CONSOLE, requireAccountPermission } from "./account-keeper";
import { notifyOfPerson, revokeAllSessions } from "./sessions";

const address = (email: string) => email.trim().toLowerCase();

/** What a sign-in needs to decide; null for an unknown address. The only reader of the hash. */
export async function findForSignIn(email: string) {
  const [person] = await db
    .select({
      id: people.id,
      passwordHash: people.passwordHash,
      locale: people.locale,
      disabled: sql<boolean>`${people.disabledAt} is not null`,
    })
    .from(people)
    .where(eq(people.email, address(email)));
  return person ?? null;
}

type NewPerson = { email: string; name: string; role: Role; passwordHash: string | null; locale?: Locale };

/** @returns the person's id. @throws Invalid when the address is taken */
export async function createPerson(by: AccountKeeper, person: NewPerson): Promise<string> {
  requireAccountPermission(by, "change accounts");
  return transaction(async (tx) => {
    const [made] = await tx
      .insert(people)
      .values({ ...person, email: address(person.email), name: person.name.trim() })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    if (!made) throw new Invalid({ email: "validation.taken" });
    await keepRows(tx, { id: by === CONSOLE ? null : by.id }, "people", eq(people.id, made.id));
    return made.id;
  });
}

export async function listPeople(by: AccountKeeper) {
  requireAccountPermission(by, "see accounts");
  return db
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      role: people.role,
      canSignIn: sql<boolean>`${people.passwordHash} is not null and ${people.disabledAt} is null`,
      createdAt: people.createdAt,
      disabledAt: people.disabledAt,
    })
    .from(people)
    .orderBy(asc(people.email));
}

type Change = Partial<Pick<typeof people.$inferInsert, "role" | "passwordHash">> & { disabled?: boolean };

/** Changes an account by its address; a new password or disabling ends its sessions in the same transaction. */
async function changePerson(by: AccountKeeper, email: string, { disabled, ...columns }: Change): Promise<void> {
  requireAccountPermission(by, "change accounts");
  await transaction(async (tx) => {
    const wereAdmins = await lockAdmins(tx);
    const [changed] = await tx
      .update(people)
      .set({ ...columns, ...(disabled === undefined ? {} : { disabledAt: disabled ? sql`now()` : null }) })
      .where(eq(people.email, address(email)))
      .returning({ id: people.id });
    if (!changed) throw Refusal.notFound();
    if (disabled || (columns.role && columns.role !== "admin")) await requireAdmin(tx, wereAdmins);
    if (disabled || columns.passwordHash !== undefined) await revokeAllSessions(by, changed.id);
    else await notifyOfPerson(changed.id);
    // Who is gone from the desk has read nothing that is its business.
    if (disabled) {
      await tx.delete(readingMarks).where(eq(readingMarks.personId, changed.id));
      await tx.delete(readingStarts).where(eq(readingStarts.personId, changed.id));
    }
    await keepRows(tx, { id: by === CONSOLE ? null : by.id }, "people", eq(people.id, changed.id));
  });
}

/** Those who may sign in as admins; nobody makes another of them less than that meanwhile. */
const lockAdmins = (tx: Tx) =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, "admin"), isNull(people.disabledAt), isNotNull(people.passwordHash)))
    .orderBy(asc(people.id))
    .for("update");

/** Accounts are an admin's: a site without one could give them to nobody any more. */
async function requireAdmin(tx: Tx, before: readonly unknown[]): Promise<void> {
  if (before.length > 0 && (await lockAdmins(tx)).length === 0) throw Refusal.lastAdmin();
}

export const setRole = async (by: AccountKeeper, email: string, role: Role) => changePerson(by, email, { role });

export const setPasswordHash = async (by: AccountKeeper, email: string, passwordHash: string) =>
  changePerson(by, email, { passwordHash });

export const disablePerson = async (by: AccountKeeper, email: string) => changePerson(by, email, { disabled: true });

export const enablePerson = async (by: AccountKeeper, email: string) => changePerson(by, email, { disabled: false });

/** Everybody chooses their own language. */
export async function rememberLocale(actor: Actor, locale: Locale): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, actor.id));
}

import { and, eq, isNull } from "drizzle-orm";
import type { Actor, Role } from "@/lib/workflow/actor";
import { CONSOLE } from "../access/accounts/account-keeper";
import { createPerson, findForSignIn } from "../access/accounts/people";
import { db } from "../client";
import { ReadableError } from "../readable-error";
import { people } from "../schema";

const DESK = {
  author: { name: "Dossier desk, reporter", email: "dossier-reporter@wederhoor.invalid", role: "reporter" },
  approver: { name: "Dossier desk, editor", email: "dossier-editor@wederhoor.invalid", role: "editor" },
} as const satisfies Record<string, { name: string; email: string; role: Role }>;

/**
 * The two people in whose names a dossier is loaded: those with these addresses, or else two who can't sign in.
 * @throws ReadableError when there is no such person, or when both are one
 */
export async function dossierActors(author?: string, approver?: string): Promise<{ author: Actor; approver: Actor }> {
  const actors = { author: await actorFor("author", author), approver: await actorFor("approver", approver) };
  if (actors.author.id === actors.approver.id) {
    throw new ReadableError("Nobody approves their own work: name two different people as author and approver.");
  }
  return actors;
}

async function actorFor(part: keyof typeof DESK, email?: string): Promise<Actor> {
  const address = (email ?? DESK[part].email).trim().toLowerCase();
  if (email === undefined && !(await findForSignIn(address))) {
    await createPerson(CONSOLE, { ...DESK[part], passwordHash: null });
  }
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email, role: people.role, locale: people.locale })
    .from(people)
    .where(and(eq(people.email, address), isNull(people.disabledAt)));
  if (!person) throw new ReadableError(`There is no account with the address ${address}.`);
  return { ...person, locale: person.locale ?? "en" } as Actor;
}

import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import { answersTo, type Handled, handlesOf } from "@/lib/records/mention";
import type { Actor, Role } from "@/lib/workflow/actor";
import { rolesThatMay } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db } from "../../client";
import { people } from "../../schema";

type DeskPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** False for those who are only named as authors, who have left, or who read no discussion. */
  readonly isTold: boolean;
} & Handled;

/** Who can get notices: people of the desk who can sign in. */
export const canBeNotified = and(
  isNotNull(people.passwordHash),
  isNull(people.disabledAt),
  inArray(people.role, [...rolesThatMay("read the discussion")]),
);

/** Everybody with their handle, which depends on everybody else's. A newsroom's worth of rows. */
export async function listAllDeskPeople(on: Db): Promise<DeskPerson[]> {
  const rows = await on
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      role: people.role,
      hash: people.passwordHash,
      disabledAt: people.disabledAt,
    })
    .from(people);
  const handles = handlesOf(rows);
  const readerRoles = rolesThatMay("read the discussion");
  return rows.map(({ id, name, role, hash, disabledAt }) => ({
    id,
    name,
    role,
    isTold: hash !== null && disabledAt === null && readerRoles.includes(role),
    ...(handles.get(id) as Handled),
  }));
}

/** Those who answer to these handles and can get notices. */
export const findMentioned = async (on: Db, handles: readonly string[]): Promise<DeskPerson[]> =>
  handles.length === 0
    ? []
    : (await listAllDeskPeople(on)).filter(
        (person) => person.isTold && handles.some((handle) => answersTo(person, handle)),
      );

/** Who can be mentioned: their name and handle, those first whose name or handle begins with what is asked. */
export async function listDeskPeople(actor: Actor, q = "", limit = 8) {
  requirePermission(actor, "read the discussion");
  const prefix = q.trim().toLowerCase();
  const rank = ({ name, handle }: DeskPerson) => {
    const words = [handle, ...name.toLowerCase().split(/\s+/)];
    if (words.some((word) => word.startsWith(prefix))) return 0;
    return words.some((word) => word.includes(prefix)) || name.toLowerCase().includes(prefix) ? 1 : 2;
  };
  return (await listAllDeskPeople(db))
    .filter((person) => person.isTold && rank(person) < 2)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .slice(0, limit)
    .map(({ id, name, handle, role }) => ({ id, name, handle, role }));
}

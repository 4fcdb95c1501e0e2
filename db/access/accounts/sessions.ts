import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNotNull, isNull, lt, type Placeholder, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people, sessions } from "@/db/schema/people";
import type { Person } from "@/lib/workflow/actor";
import { CHANNEL } from "../../connection/listener";
import { type AccountKeeper, requireAccountPermission } from "./account-keeper";

export const SESSION_SECONDS = 14 * 24 * 60 * 60;

const IDLE_HOURS = 12;

/** Seconds without any use after which a session is over. `db/environment` has held the setting against its rule. */
const idleSeconds = (): number => Number(process.env.SESSION_IDLE_HOURS || IDLE_HOURS) * 60 * 60;

/** Only the hash is stored: who reads the table can't sign in with it. */
const stored = (sid: string) => createHash("sha256").update(sid).digest("hex");

/** Opens a session for a person whose password was right, and forgets those that ended a month ago. @returns the random id that the browser's token carries */
export async function openSession(personId: string): Promise<string> {
  const sid = randomBytes(32).toString("base64url");
  await db.insert(sessions).values({
    id: stored(sid),
    personId,
    expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
  });
  await db.delete(sessions).where(lt(sessions.expiresAt, sql`now() - interval '30 days'`));
  return sid;
}

/** Tells the streams of this person to ask anew who they are. */
export const notifyOfPerson = async (personId: string): Promise<void> => {
  const events = JSON.stringify([{ kind: "person", id: personId, seq: null }]);
  await db.execute(sql`select pg_notify(${CHANNEL}, ${events})`);
};

const unended = () => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`));

const live = (idle: number | Placeholder) =>
  and(unended(), sql`${sessions.lastSeenAt} > now() - make_interval(secs => ${idle})`);

/** Asked for each request: made once, and each connection keeps its plan. */
const readSession = db
  .select({
    id: people.id,
    name: people.name,
    email: people.email,
    role: people.role,
    stale: sql<boolean>`${sessions.lastSeenAt} < now() - interval '5 minutes'`,
  })
  .from(sessions)
  .innerJoin(people, eq(people.id, sessions.personId))
  .where(
    and(
      eq(sessions.id, sql.placeholder("id")),
      live(sql.placeholder("idle")),
      isNull(people.disabledAt),
      isNotNull(people.passwordHash),
    ),
  )
  .prepare("session");

/**
 * The person of a session that is neither revoked nor past nor long unused, and who may still sign in; else null.
 * @param isUse false: a page that is merely open asks, and its session ends as if it did not
 */
export async function findSession(sid: string, isUse = true): Promise<Omit<Person, "locale"> | null> {
  const id = stored(sid);
  const [found] = await readSession.execute({ id, idle: idleSeconds() });
  if (!found) return null;
  const { stale, ...person } = found;
  if (stale && isUse) await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, id));
  return person;
}

/** Ends one session; the holder of its id needs no other right. */
export async function revokeSession(sid: string): Promise<void> {
  const [ended] = await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, stored(sid)), isNull(sessions.revokedAt)))
    .returning({ personId: sessions.personId });
  if (ended) await notifyOfPerson(ended.personId);
}

/** Ends every session of a person, long unused ones too: the setting may grow. @returns how many there were */
export async function revokeAllSessions(by: AccountKeeper, personId: string): Promise<number> {
  requireAccountPermission(by, "change accounts");
  const ended = await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.personId, personId), unended()))
    .returning({ id: sessions.id });
  await notifyOfPerson(personId);
  return ended.length;
}

/** The open sessions, latest seen first; without anything that could be used to sign in. */
export async function listSessions(by: AccountKeeper) {
  requireAccountPermission(by, "see accounts");
  return db
    .select({
      email: people.email,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(live(idleSeconds()))
    .orderBy(desc(sessions.lastSeenAt));
}

import { and, eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "../../client";
import { hashPassword, passwordMatches } from "../../password";
import { sessions } from "../../schema/people";
import { makeActor } from "../../testing/make";
import { CONSOLE } from "./account-keeper";
import {
  createPerson,
  disablePerson,
  enablePerson,
  findForSignIn,
  listPeople,
  setPasswordHash,
  setRole,
} from "./people";
import { findSession, listSessions, openSession, revokeAllSessions, revokeSession } from "./sessions";

let made = 0;

async function makeAccount() {
  const email = `Account-${++made}@Example.org`;
  const id = await createPerson(CONSOLE, { email, name: "Account", role: "reporter", passwordHash: "a hash" });
  return { id, email, sid: await openSession(id) };
}

test("a session names its person as the database knows them now", async () => {
  const { id, email, sid } = await makeAccount();
  expect(await findSession(sid)).toEqual({ id, email: email.toLowerCase(), name: "Account", role: "reporter" });
  await setRole(CONSOLE, email, "manager");
  expect((await findSession(sid))?.role).toBe("manager");
});

test("the stored session can't be used to sign in", async () => {
  const { id, sid } = await makeAccount();
  const [row] = await db.select().from(sessions).where(eq(sessions.personId, id));
  expect(row?.id).not.toContain(sid);
  expect(await findSession(row?.id ?? "")).toBeNull();
});

test("signing out ends that session and no other", async () => {
  const { id, sid } = await makeAccount();
  const elsewhere = await openSession(id);
  await revokeSession(sid);
  expect(await findSession(sid)).toBeNull();
  expect(await findSession(elsewhere)).not.toBeNull();
});

test("an expired session is nobody", async () => {
  const { id, sid } = await makeAccount();
  await db.update(sessions).set({ expiresAt: "2020-01-01T00:00:00Z" }).where(eq(sessions.personId, id));
  expect(await findSession(sid)).toBeNull();
});

const seen = (id: string, ago: string) =>
  db
    .update(sessions)
    .set({ lastSeenAt: sql`now() - ${ago}::interval` })
    .where(eq(sessions.personId, id));

test("a session that ended a month ago is no row any more once somebody signs in", async () => {
  const [long, lately] = [await makeAccount(), await makeAccount()];
  const ended = (id: string, ago: string) =>
    db
      .update(sessions)
      .set({ expiresAt: sql`now() - ${ago}::interval` })
      .where(eq(sessions.personId, id));
  await ended(long.id, "31 days");
  await ended(lately.id, "29 days");
  await makeAccount();
  expect(await db.$count(sessions, eq(sessions.personId, long.id))).toBe(0);
  expect(await db.$count(sessions, eq(sessions.personId, lately.id))).toBe(1);
});

test("a session that nobody used for twelve hours is over, and one that is used goes on", async () => {
  const { id, sid } = await makeAccount();
  await seen(id, "11 hours 59 minutes");
  expect(await findSession(sid, false), "a page that is merely open is no use").not.toBeNull();
  await seen(id, "12 hours 1 second");
  expect(await findSession(sid)).toBeNull();
  await seen(id, "11 hours 59 minutes");
  expect(await findSession(sid)).not.toBeNull();
  const isUsed = and(eq(sessions.personId, id), sql`${sessions.lastSeenAt} > now() - interval '1 minute'`);
  expect(await db.$count(sessions, isUsed)).toBe(1);
});

test("how long is a setting, and a new password ends what a longer one would revive", async () => {
  const { id, email, sid } = await makeAccount();
  await seen(id, "20 minutes");
  vi.stubEnv("SESSION_IDLE_HOURS", "0.25");
  expect(await findSession(sid)).toBeNull();
  expect((await listSessions(await makeActor("admin"))).map((session) => session.email)).not.toContain(
    email.toLowerCase(),
  );
  await setPasswordHash(CONSOLE, email, "another hash");
  vi.stubEnv("SESSION_IDLE_HOURS", "336");
  expect(await findSession(sid)).toBeNull();
  vi.unstubAllEnvs();
});

test("a disabled person is out at once, and enabling does not revive the sessions", async () => {
  const { email, sid } = await makeAccount();
  await disablePerson(CONSOLE, email);
  expect(await findSession(sid)).toBeNull();
  expect((await findForSignIn(email))?.disabled).toBe(true);
  await enablePerson(CONSOLE, email);
  expect(await findSession(sid)).toBeNull();
});

test("a new password ends the sessions of the old one", async () => {
  const { email, sid } = await makeAccount();
  await setPasswordHash(CONSOLE, email, "another hash");
  expect(await findSession(sid)).toBeNull();
});

test("an admin ends all sessions of a person and sees who is signed in", async () => {
  const admin = await makeActor("admin");
  const { id, email, sid } = await makeAccount();
  expect((await listSessions(admin)).map((session) => session.email)).toContain(email.toLowerCase());
  expect(await revokeAllSessions(admin, id)).toBe(1);
  expect(await findSession(sid)).toBeNull();
});

test.each(["reporter", "editor", "manager"] as const)("a %s neither sees nor changes accounts", async (role) => {
  const actor = await makeActor(role);
  const { id, email } = await makeAccount();
  const refused = new RegExp(`${role} may not (see|change) accounts`);
  await expect(listPeople(actor)).rejects.toThrow(refused);
  await expect(listSessions(actor)).rejects.toThrow(refused);
  await expect(setRole(actor, email, "admin")).rejects.toThrow(refused);
  await expect(disablePerson(actor, email)).rejects.toThrow(refused);
  await expect(revokeAllSessions(actor, id)).rejects.toThrow(refused);
});

test("one address has one account, however it is written", async () => {
  const { email } = await makeAccount();
  const twice = createPerson(CONSOLE, { email: email.toUpperCase(), name: "B", role: "admin", passwordHash: null });
  await expect(twice).rejects.toThrow("validation.taken");
});

test("only the right password matches, and nobody's hash matches nothing", async () => {
  const hash = await hashPassword("correct horse");
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await passwordMatches("correct horse", hash)).toBe(true);
  expect(await passwordMatches("wrong horse", hash)).toBe(false);
  expect(await passwordMatches("correct horse", null)).toBe(false);
  expect(await passwordMatches("correct horse", "no hash at all")).toBe(false);
});

test("the last admin who can sign in stays one, also when two are taken away at once", async () => {
  const admins = await Promise.all([makeAccount(), makeAccount()]);
  for (const { email } of admins) await setRole(CONSOLE, email, "admin");
  const taken = await Promise.allSettled([
    setRole(CONSOLE, admins[0]?.email ?? "", "editor"),
    disablePerson(CONSOLE, admins[1]?.email ?? ""),
  ]);
  expect(taken.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const left = (await listPeople(CONSOLE)).filter(({ role, canSignIn }) => role === "admin" && canSignIn);
  expect(left).toHaveLength(1);
  await expect(disablePerson(CONSOLE, left[0]?.email ?? "")).rejects.toThrow("the only admin");
  await setPasswordHash(CONSOLE, left[0]?.email ?? "", "another");
});

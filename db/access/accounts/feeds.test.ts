import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { feedTokens, people } from "../../schema";
import { makeActor } from "../../testing/make";
import { createFeedToken, findFeedReader, findFeedToken, revokeFeedToken } from "./feeds";

const change = ({ id }: Actor, columns: Partial<typeof people.$inferInsert>) =>
  db.update(people).set(columns).where(eq(people.id, id));

async function reader() {
  const actor = await makeActor("reporter", "nl");
  await change(actor, { passwordHash: "a hash" });
  return actor;
}

test("the secret address knows its person, their language and the role that they have now", async () => {
  const actor = await reader();
  const token = await createFeedToken(actor);
  expect(await findFeedReader(token)).toMatchObject({ id: actor.id, role: "reporter", locale: "nl" });
  await change(actor, { role: "manager" });
  expect(await findFeedReader(token)).toMatchObject({ role: "manager" });
  await change(actor, { disabledAt: new Date().toISOString() });
  expect(await findFeedReader(token)).toBeNull();
});

test("a new address ends the one before it, and a revoked one is gone", async () => {
  const actor = await reader();
  expect(await findFeedToken(actor)).toBeNull();
  const first = await createFeedToken(actor);
  const [second, third] = await Promise.all([createFeedToken(actor), createFeedToken(actor)]);
  const found = await Promise.all([first, second, third].map(findFeedReader));
  expect(found.filter(Boolean)).toHaveLength(1);
  expect(await findFeedToken(actor)).toMatchObject({ createdAt: expect.any(String) });
  await revokeFeedToken(actor);
  expect(await Promise.all([first, second, third].map(findFeedReader))).toEqual([null, null, null]);
  expect(await findFeedToken(actor)).toBeNull();
});

test("the token itself is nowhere in the database, and nobody else's opens anything", async () => {
  const token = await createFeedToken(await reader());
  expect(JSON.stringify(await db.select().from(feedTokens))).not.toContain(token);
  expect(await findFeedReader("")).toBeNull();
  expect(await findFeedReader(`${token}x`)).toBeNull();
});

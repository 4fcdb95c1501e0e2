import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, readTogether } from "../../client";
import { evidence, stations } from "../../schema/index";
import { makeActor, makeEvidence, makeStation } from "../../testing/make";
import { watchStatements } from "../../testing/plans";

test("queries that are read together get what each would get by itself, by one statement", async () => {
  const desk = await makeActor("reporter");
  await makeStation(desk, {
    country: "NL",
    name: "It is \"$1\", 'so' \\ they say: 鹿特丹",
    alternateNames: ["a,b", "{c}", 'd"e'],
  });
  await makeEvidence(desk, { published: "2022-10~", countries: ["NL", "BE"], language: null });
  const queries = () => [
    db.select().from(stations).where(sql`${stations.country} = ${"NL"}`).orderBy(stations.id),
    db
      .select({ countries: evidence.countries, item: { at: evidence.updatedAt, day: evidence.publishedFrom } })
      .from(evidence),
    db.select({ id: stations.id }).from(stations).where(sql`${stations.slug} = ${"nowhere"}`),
    db
      .select({ text: sql<string>`${"$2 of $1"}::text`, number: sql<number>`${7}::int`, none: sql`null` })
      .from(stations)
      .limit(1),
  ];
  const alone = [];
  for (const query of queries()) alone.push(await query);
  const { answer, statements } = await watchStatements(() => readTogether(() => Promise.all<unknown>(queries())));
  expect(answer).toEqual(alone);
  expect(statements).toHaveLength(1);
  expect(alone[0]?.length).toBeGreaterThan(0);
});

test("one that fails fails all that went with it", async () => {
  const wrong = () => db.select({ one: sql`1 / (${0}::int + 0 * length(${stations.slug}))` }).from(stations);
  const right = () => db.select({ id: stations.id }).from(stations);
  await makeStation(await makeActor("reporter"));
  const settled = await readTogether(() => Promise.allSettled([wrong(), right()]));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await right()).length).toBeGreaterThan(0);
});

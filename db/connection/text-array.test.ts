import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "../client";
import { stations } from "../schema";
import { makeActor, makeStation } from "../testing/make";
import { parseTextArray } from "./text-array";

const NAMES = ["a\\b", "\\", 'The "Desk"', "a,b", "{}", "NULL", "null", "é 福州", " ", "it's"];

test("texts of a list are read as they were written, whatever signs they hold", async () => {
  const station = await makeStation(await makeActor("reporter"), {
    alternateNames: NAMES.filter((name) => name !== " "),
  });
  const [row] = await db.select({ names: stations.alternateNames }).from(stations);
  expect(row?.names).toEqual(station.input.alternateNames);
  const all = sql.join(
    NAMES.map((name) => sql`${name}`),
    sql`, `,
  );
  const [raw] = await db.select({ names: sql<string[]>`array[${all}]::text[]` }).from(stations);
  expect(raw?.names).toEqual(NAMES);
});

test("a list without an item is empty, and an item that is not there is null", () => {
  expect(parseTextArray("{}")).toEqual([]);
  expect(parseTextArray('{a,NULL,"NULL",""}')).toEqual(["a", null, "NULL", ""]);
});

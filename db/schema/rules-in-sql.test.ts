import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "@/lib/dates/edtf";
import { compareFuzzy } from "@/lib/dates/fuzzy-order";
import { isPublic, PUBLIC_STATES, RECORD_STATES } from "@/lib/records/editorial";
import { PUBLIC_SHARINGS, SHARINGS } from "@/lib/records/evidence";
import { SLUG_PATTERN } from "@/lib/records/slug";
import { isPublicRecord } from "../access/visibility";
import { db } from "../client";
import { IS_PUBLIC_CHANGE } from "./revisions";

// docs/decisions/0018: what is said in TypeScript and in SQL says the same.

const answers = async <T>(question: SQL) => [...(await db.execute<Record<string, T>>(question))];

test("a state and a label are public in a query where they are in lib", async () => {
  const rows = await answers<string | boolean>(sql`
    select state, sharing, ${isPublicRecord({ state: sql`state`, sharing: sql`sharing` })} as seen
    from unnest(enum_range(null::record_state)) as state, unnest(enum_range(null::sharing)) as sharing`);
  expect(rows).toHaveLength(RECORD_STATES.length * SHARINGS.length);
  for (const { state, sharing, seen } of rows) {
    const isOut = (PUBLIC_SHARINGS as readonly unknown[]).includes(sharing);
    expect([state, sharing, seen]).toEqual([
      state,
      sharing,
      isPublic(state as (typeof RECORD_STATES)[number]) && isOut,
    ]);
  }
});

test("the index of public changes names the states and labels that are public", () => {
  const list = (words: readonly string[]) => `in (${words.map((word) => `'${word}'`).join(", ")})`;
  expect(IS_PUBLIC_CHANGE).toContain(`"snapshot" ->> 'state' ${list(PUBLIC_STATES)}`);
  expect(IS_PUBLIC_CHANGE).toContain(`coalesce("snapshot" ->> 'sharing', 'CLEAR') ${list(PUBLIC_SHARINGS)}`);
});

test("every table takes the slugs that the input takes", async () => {
  const checks = await answers<string>(sql`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname like '%\\_slug\\_form'`);
  expect(checks.length).toBeGreaterThanOrEqual(9);
  expect(new Set(checks.map(({ definition }) => definition)).size).toBe(1);
  const pattern = /'(.*)'/.exec(checks[0]?.definition ?? "")?.[1] ?? "";
  const names = fc.sample(fc.string({ unit: fc.constantFrom(..."az09-A é\n"), maxLength: 8 }), 1000);
  const rows = await answers<string | boolean>(sql`
    select name, name ~ ${pattern} as taken from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as name`);
  for (const { name, taken } of rows) expect([name, taken]).toEqual([name, SLUG_PATTERN.test(String(name))]);
});

test("lists are sorted by dates as lib orders them", async () => {
  const dates = ["2022-12-01", "2022-12", "2022", "2022-12~", "2021/..", "../2022", "2020/2022", null].map((text) =>
    text === null ? null : parseEdtf(text),
  );
  const rows = await answers<number>(sql`
    select place::int as place from jsonb_to_recordset(${JSON.stringify(
      dates.map((date, place) => ({ place, first: date?.from ?? null, last: date?.to ?? null })),
    )}::jsonb) as given(place int, first date, last date)
    order by coalesce(first, last, '0001-01-01'::date) desc, last asc nulls last, place`);
  const inLib = dates.map((date, place) => ({ date, place }));
  inLib.sort((a, b) => compareFuzzy(b.date, a.date) || a.place - b.place);
  expect(rows.map(({ place }) => place)).toEqual(inLib.map(({ place }) => place));
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { numbersFrom, RandomWriter } from "../../testing/figure-writes";
import { makeActor } from "../../testing/make";
import { countNaively, type Plain, type Rows, readEverything } from "../../testing/naive-figures";
import { connectAsSuperuser } from "../../testing/superuser";
import { readCountryFigures } from "./country-figures";
import { readEvidenceMonths } from "./evidence-figures";
import { readKeyFigures } from "./key-figures";
import { clearCache } from "./result-cache";
import { readStatusChanges } from "./station-figures";
import { readSummary } from "./summary";

const WRITES = 1000;
const AT_ONCE = 5;
const SEED = Number(process.env.FIGURES_SEED ?? 20_221_026);
const sql = connectAsSuperuser();
let reporter: Actor;
let manager: Actor;
let rows: Rows;
let tried = 0;
let folded = 0;

beforeAll(async () => {
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const editors = [await makeActor("editor"), await makeActor("editor"), await makeActor("editor")] as const;
  const writer = new RandomWriter({ reporter, editors }, numbersFrom(SEED));
  await writer.begin();
  let written = 0;
  while (written < WRITES) {
    // One after another for a while, then some at the same moment, with the sums being folded and read meanwhile.
    const several = written % 100 < 50 ? 1 : AT_ONCE;
    const readers =
      tried % 7 === 0
        ? [readKeyFigures(reporter, filterOf("")), readEvidenceMonths(manager, filterOf("")), readSummary(reporter)]
        : [];
    if (tried % 5 === 0) folded += 1;
    const [done] = await Promise.all([
      Promise.all(Array.from({ length: several }, () => writer.write())),
      ...readers,
      ...(tried % 5 === 0 ? [sql`select fold_evidence_counts()`] : []),
    ]);
    written += done.reduce((sum, own) => sum + own, 0);
    tried += several;
  }
  rows = await readEverything();
});
afterAll(() => sql.end());

const filterOf = (query: string) => dashboardFilter.parse(new URLSearchParams(query)).value;
const counts = <T extends { count: number }>(list: readonly T[], keyOf: (row: T) => string) =>
  Object.fromEntries(list.filter(({ count }) => count > 0).map((row) => [keyOf(row), row.count]));

const VIEWS: readonly (readonly [string, Omit<Plain, "sees">])[] = [
  ["", {}],
  ["country=IT", { country: "IT" }],
  ["not.country=IT", { not: "IT" }],
  ["to=2022-10-15", { to: "2022-10-15" }],
  ["from=2022-09-10&to=2022-12-20", { from: "2022-09-10", to: "2022-12-20" }],
  ["from=2022-10-05&to=2022-10-12&country=NL", { from: "2022-10-05", to: "2022-10-12", country: "NL" }],
  ["from=2022-10-01&to=2022-11-30", { from: "2022-10-01", to: "2022-11-30" }],
];
const READERS = [
  ["a desk reader", "", "desk", () => reporter],
  ["a manager", "", "public", () => manager],
  ["a desk reader of what is published", "&records=published", "public", () => reporter],
] as const;
const CASES = READERS.flatMap(([who, more, sees, actor]) =>
  VIEWS.map(([query, plain]) => [who, `${query}${more}`, { ...plain, sees } satisfies Plain, actor] as const),
);

test(`the writes left something to count (seed ${SEED})`, () => {
  expect(tried).toBeGreaterThan(WRITES / 4);
  expect(folded).toBeGreaterThan(50);
  const seen = countNaively(rows, { sees: "public" });
  expect(Math.min(seen.evidence, Object.keys(seen.responses).length)).toBeGreaterThan(3);
});

test.each(CASES)("%s of ?%s is told the numbers of a naive recount", async (_who, query, plain, actor) => {
  const wanted = countNaively(rows, plain);
  const key = await readKeyFigures(actor(), filterOf(query));
  expect.soft(key.stations.total).toBe(wanted.stations);
  expect.soft(key.stations.published).toBe(wanted.published);
  expect.soft(counts(key.stations.byStatus, ({ status }) => status)).toEqual(wanted.statuses);
  expect.soft(key.evidence.total).toBe(wanted.evidence);
  expect.soft(key.claims.total).toBe(wanted.claims);
  expect.soft(counts(key.responses.byKind, ({ kind }) => kind)).toEqual(wanted.responses);
  expect.soft(key.replies).toMatchObject(wanted.replies);

  const months = await readEvidenceMonths(actor(), filterOf(query));
  const { coarser = 0, undated = 0, ...whole } = wanted.months;
  expect.soft([months.total, months.coarser, months.undated]).toEqual([wanted.evidence, coarser, undated]);
  expect.soft(counts(months.months, ({ month }) => month)).toEqual(whole);
  const placed = (tally: Record<string, number>) =>
    Object.fromEntries(Object.entries(tally).filter(([name]) => /^\d/.test(name)));
  expect.soft(counts(months.byKind, ({ month, kind }) => `${month} ${kind}`)).toEqual(placed(wanted.monthKinds));
  expect
    .soft(counts(months.byLanguage, ({ month, language }) => `${month} ${language}`))
    .toEqual(placed(wanted.monthLanguages));

  const { countries } = await readCountryFigures(actor(), filterOf(query));
  expect.soft(countries.length).toBeGreaterThan(0);
  for (const { country, claimed, coverage, stations, claims, evidence, government } of countries) {
    const { asked, answered, declined, medianDays } = government;
    expect
      .soft(
        {
          ...{ lowest: claimed.lowest, highest: claimed.highest, coverage, claims, evidence },
          stations: stations.total,
          statuses: counts(stations.byStatus, ({ status }) => status),
          responses: counts(government.byKind, ({ kind }) => kind),
          replies: { asked, answered, declined, medianDays },
        },
        country,
      )
      .toEqual(wanted.country(country));
  }
});

test.each(CASES)("%s of ?%s sees the steps that a recount of each day makes", async (_who, query, plain, actor) => {
  const { steps, countries, undated } = await readStatusChanges(actor(), filterOf(query));
  const wanted = countNaively(rows, plain);
  expect(undated).toBe(wanted.undatedStations);
  for (const { day, counts: own } of steps) {
    expect
      .soft(
        counts(own, ({ status }) => status),
        day,
      )
      .toEqual(wanted.statusesOn(day));
  }
  const last = steps.at(-1)?.counts ?? [];
  const inCountries = countries.flatMap(({ steps: own }) => own.at(-1)?.counts ?? []);
  const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  expect(sum(inCountries)).toBe(sum(last));
});

test("the cached overview is the one that is counted anew, and what waits is a recount of the tables", async () => {
  for (const actor of [reporter, manager]) {
    const cached = await readSummary(actor);
    clearCache();
    expect(await readSummary(actor)).toEqual(cached);
  }
  const { waiting } = await readSummary(reporter);
  const states = ["draft", "in_review", "changes_requested", "approved"];
  for (const [kind, table] of [
    ["evidence", "evidence"],
    ["station", "stations"],
    ["claim", "claims"],
  ] as const) {
    const own = waiting?.counts.filter((row) => row.kind === kind) ?? [];
    const wanted = (rows[table] ?? []).filter(({ state }) => states.includes(state));
    expect(
      own.reduce((sum, { count }) => sum + count, 0),
      kind,
    ).toBe(wanted.length);
  }
});

test("the stored sums are those of the evidence, and folding changes none", async () => {
  const readCached = async () =>
    (await sql`select is_public, sum(items)::int as items from evidence_counts group by 1 order by 1`).map(
      ({ items }) => items,
    );
  const wanted = [
    countNaively(rows, { sees: "desk" }).evidence - countNaively(rows, { sees: "public" }).evidence,
    countNaively(rows, { sees: "public" }).evidence,
  ];
  expect(await readCached()).toEqual(wanted);
  await sql`select fold_evidence_counts()`;
  expect(await readCached()).toEqual(wanted);
});

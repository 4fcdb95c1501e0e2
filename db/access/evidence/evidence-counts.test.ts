import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";

let reporter: Actor;
const sql = connectAsSuperuser();

/** The stored sums, and the items counted one by one. */
const SUMS =
  "select first::text, last::text, kind, language, countries, is_public, sum(items)::int as items from evidence_counts group by 1, 2, 3, 4, 5, 6 having sum(items) <> 0 order by 1, 2, 3, 4, 5, 6";
const NAIVE = `select first::text, last::text, kind, language, countries, is_public, count(*)::int as items from (
  select case when to_char(published_from, 'YYYY-MM') = to_char(published_to, 'YYYY-MM') then date_trunc('month', published_from)::date else published_from end as first,
    case when to_char(published_from, 'YYYY-MM') = to_char(published_to, 'YYYY-MM') then (date_trunc('month', published_to) + interval '1 month - 1 day')::date else published_to end as last,
    kind, language, countries, state::text in ('published', 'corrected') and sharing::text in ('CLEAR', 'GREEN') as is_public
  from evidence where state <> 'trashed') as items group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;

/** The same of each value by itself. */
const VALUE_SUMS =
  "select facet, value, first::text, last::text, is_public, sum(items)::int as items from evidence_sums group by 1, 2, 3, 4, 5 having sum(items) <> 0 order by 1, 2, 3, 4, 5";
const one = (facet: string, value: string, days = "null::text, null::text", from = "items") =>
  `select '${facet}', coalesce(${value}::text, 'none'), ${days}, is_public, count(*)::int as items from ${from} group by 1, 2, 3, 4, 5`;
const MONTH = `case when to_char(published_from, 'YYYY-MM') = to_char(published_to, 'YYYY-MM') then date_trunc('month', published_from)::date else published_from end::text,
  case when to_char(published_from, 'YYYY-MM') = to_char(published_to, 'YYYY-MM') then (date_trunc('month', published_to) + interval '1 month - 1 day')::date else published_to end::text`;
const NAIVE_VALUES = `with items as (
  select *, state::text in ('published', 'corrected') and sharing::text in ('CLEAR', 'GREEN') as is_public from evidence where state <> 'trashed')
  select facet, value, first, last, is_public, items from (${[
    ...["kind", "language", "credibility", "state"].map((column) => one(column, column)),
    one("publisher", "publisher_id"),
    one("country", "place", undefined, "items cross join unnest(countries) as about(place)"),
    one("date", "published_edtf", "published_from::text, published_to::text"),
    one("month_kind", "kind", MONTH),
    one("month_language", "language", MONTH),
    one("month_country", "place", MONTH, "items left join unnest(countries) as about(place) on true"),
  ].join(" union all ")}) as counted (facet, value, first, last, is_public, items) order by 1, 2, 3, 4, 5`;

const expectSame = async () => {
  expect([...(await sql.unsafe(SUMS))]).toEqual([...(await sql.unsafe(NAIVE))]);
  expect([...(await sql.unsafe(VALUE_SUMS))]).toEqual([...(await sql.unsafe(NAIVE_VALUES))]);
};

beforeAll(async () => {
  reporter = await makeActor("reporter");
  await makeEvidence(reporter, { slug: "src-1", published: "2022-10-26", countries: ["IT"] });
  await makeEvidence(reporter, { slug: "src-2", published: "2022", countries: ["IT", "NL"] });
  await makeEvidence(reporter, { slug: "src-3", published: "2024-02", sharing: "AMBER" });
  await makeEvidence(reporter, { slug: "src-4", published: "2022-11/.." });
  await makeEvidence(reporter, { slug: "src-5", published: null });
});
afterAll(() => sql.end());

test("what is counted follows each write, and a label that keeps an item at the desk", async () => {
  await expectSame();
  await publishRecord("evidence", "src-1");
  await publishRecord("evidence", "src-3");
  await expectSame();
  expect((await sql.unsafe(SUMS)).filter((row) => row.is_public)).toMatchObject([{ first: "2022-10-01" }]);
  await sql`update evidence set countries = '{FR}', published_edtf = '2021-02', published_from = '2021-02-01', published_to = '2021-02-28' where slug = 'src-2'`;
  await expectSame();
  await sql`update evidence set state = 'trashed' where slug = 'src-4'`;
  await expectSame();
});

test("folding leaves every sum as it was, and one row of each", async () => {
  await sql`select fold_evidence_counts(), fold_evidence_sums()`;
  await expectSame();
  const [{ rows, sums } = { rows: 0, sums: 0 }] = await sql<{ rows: number; sums: number }[]>`
    select count(*)::int as rows, (select count(*)::int from (${sql.unsafe(SUMS)}) as s) as sums from evidence_counts`;
  expect(rows).toBe(sums);
  const idsBut = async (language: string) =>
    (await sql`select id from evidence_counts where language is distinct from ${language} order by id`).map(
      ({ id }) => id,
    );
  const others = await idsBut("fr");
  await makeEvidence(reporter, { published: "2022-10-26", countries: ["IT"], language: "fr" });
  await sql`select fold_evidence_counts(), fold_evidence_sums()`;
  await expectSame();
  expect(await idsBut("fr")).toEqual(others);
  await sql`select recount_evidence()`;
  await expectSame();
});

test("writers that fold and write at the same time wait for nobody and lose nothing", async () => {
  const one =
    "insert into evidence (slug, title, kind, created_by, updated_by, published_edtf, published_from, published_to) values ($1, 't', 'article', $2, $2, '2022-10-01', '2022-10-01', '2022-10-01')";
  const writers = await Promise.all(Array.from({ length: 6 }, async () => connectAsSuperuser()));
  await Promise.all(
    writers.map(async (own, writer) => {
      for (let turn = 0; turn < 120; turn += 1) {
        await own.unsafe(one, [`many-${writer}-${turn}`, reporter.id]);
        if (turn % 3 === 1) {
          await own`update evidence set kind = 'photo', state = 'trashed' where slug = ${`many-${writer}-${turn - 1}`}`;
        }
        if (turn % 7 === 0) await own`select fold_evidence_counts(), fold_evidence_sums()`;
      }
    }),
  );
  await expectSame();
  await Promise.all(writers.map((own) => own`select fold_evidence_counts(), fold_evidence_sums()`));
  await expectSame();
  await Promise.all(writers.map((own) => own.end()));
});

test("a beginning of a word is the words that begin so, and every word of every item is known", async () => {
  await makeEvidence(reporter, { slug: "src-words", title: "Consulaten en consulaire hulp", language: "nl" });
  await sql`update evidence set title = 'Konsulin, l''Été 2022-10 example.org' where slug = 'src-2'`;
  const unknown =
    await sql`select word from ts_stat('select search from evidence') where word not in (select word from evidence_words)`;
  expect([...unknown]).toEqual([]);
  const asked = async (query: string) => (await sql`select evidence_words_query(${query})::text as query`)[0]?.query;
  expect(await asked("'consul':* & 'zzqq':*")).toMatch(/^\( '[a-z' |]+' \) & 'zzqq'$/);
  expect(await asked("'consul':*")).toContain("'consulaten'");
  // What is no plain word is left as it is.
  expect(await asked("'example.org':*")).toBe("'example.org':*");
  expect(await asked("'l''e':*")).toMatch(/^'l' <-> \( '/);
  await sql`insert into evidence_words select 'consul' || n from generate_series(1, 20) as n`;
  expect(await asked("'consul':*")).toBe("'consul':*");
  expect(await asked("'consulai':* <-> 'h':*")).not.toContain(":*");
});

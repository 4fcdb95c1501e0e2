import { sql } from "drizzle-orm";
import { transaction } from "../client";

/** A date as a newsroom has them: most are days, some months, years, spans, approximate or without an end. */
const DATED = sql`
  case when n % 17 = 0 then to_char(day, 'YYYY-MM') when n % 23 = 0 then to_char(day, 'YYYY')
    when n % 31 = 0 then to_char(day, 'YYYY-MM') || '~' when n % 97 = 0 then day::text || '/..'
    when n % 41 = 0 then day::text || '/' || (day + 90)::text else day::text end as edtf,
  case when n % 17 = 0 or (n % 23 <> 0 and n % 31 = 0) then date_trunc('month', day)::date
    when n % 23 = 0 then date_trunc('year', day)::date else day end as day_from,
  case when n % 17 = 0 or (n % 23 <> 0 and n % 31 = 0) then (date_trunc('month', day) + interval '1 month - 1 day')::date
    when n % 23 = 0 then (date_trunc('year', day) + interval '1 year - 1 day')::date
    when n % 97 = 0 then null when n % 41 = 0 then day + 90 else day end as day_to`;
const COUNTRY = sql`(array['IT','NL','ES','FR','GB','CA','US','DE','PT','CZ','IE','JP'])[1 + n * 7 % 12]`;

/**
 * Dated drafts past the application, for a measurement in a database that is thrown away: half evidence, a quarter
 * events, a quarter claims, most of them in one crowded year.
 */
export async function makeTimelineRows(writerEmail: string, count: number): Promise<void> {
  const dated = sql`select n, ${DATED} from (select n, case when n % 3 = 0 then date '2010-01-01' + (n * 37 % 5400)
    else date '2022-06-01' + (n * 13 % 400) end as day from generate_series(1, ${count}) as n) as days`;
  const writer = sql`(select id from people where email = ${writerEmail})`;
  const slug = (word: string) => sql`${`bench-${word}-`} || n`;
  // The text search of so many titles takes longer than a reader would wait.
  await transaction(
    async (tx) => {
      await tx.execute(sql`
    insert into evidence (slug, title, kind, countries, published_edtf, published_from, published_to, created_by, updated_by)
    select ${slug("item")}, 'A report about what was said on this day, number ' || n, 'article', array[${COUNTRY}]::char(2)[],
      edtf, day_from, day_to, ${writer}, ${writer} from (${dated}) as rows where n % 2 = 0`);
      await tx.execute(sql`
    insert into events (slug, title, kind, country, occurred_edtf, occurred_from, occurred_to, created_by, updated_by)
    select ${slug("event")}, 'Something that happened, number ' || n, 'parliament', ${COUNTRY},
      edtf, day_from, day_to, ${writer}, ${writer} from (${dated}) as rows where n % 4 = 1`);
      await tx.execute(sql`
    insert into claims (slug, proposition, subject, scope, country, position, asserted_edtf, asserted_from, asserted_to,
      created_by, updated_by)
    select ${slug("claim")}, 'Something that somebody said, number ' || n, 'alleged_purpose', 'country', ${COUNTRY}, 'asserts',
      edtf, day_from, day_to, ${writer}, ${writer} from (${dated}) as rows where n % 4 = 3`);
      await tx.execute(sql`analyze`);
    },
    { limit: 120_000 },
  );
}

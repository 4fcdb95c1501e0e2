import { and, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import type { stations } from "../../schema";
import type { EditorialTable } from "../tables";
import { visibleTo } from "../visibility";

export type SearchedTable = EditorialTable & Readonly<Record<"id" | "slug" | "search", AnyPgColumn>>;

/** Of a kind so many are found at most, counted, and held against each other. */
export const MOST_COUNTED = 500;
/** As many of what says a phrase as are shown at most: the index finds all that have its words, and each is read to find these side by side. */
export const MOST_SAYING = 100;
/** Of what words find so many are held against the fields asked for, and of what the fields leave as many against the words. */
const MOST_HELD = 5000;
/**
 * Of what very many answer an index is read to its end before a row is seen. Where a sample of the rows tells that it is so, some
 * rows are gone through first, and more of them for a phrase.
 */
const [SAMPLED, GONE_THROUGH, GONE_THROUGH_SAYING] = [200, 2000, 5000];

/** The ids that are found in each way, one way after another: whoever is found in several is there several times. */
function idsByWays(actor: Actor, table: SearchedTable, ways: readonly SQL[], most: number): SQL {
  const found = ways.map(
    (way) =>
      sql`${db
        .select({ id: table.id })
        .from(table as unknown as typeof stations)
        .where(and(way, visibleTo(actor, table)))
        .limit(most)}`,
  );
  return sql`select id from (${sql.join(found, sql` union all `)}) as ways limit ${most}`;
}

/** How words find a record: by its very name, in one way after another; and what is true of one whose own words answer. */
export type Ways = { readonly named: readonly SQL[]; readonly ways: readonly SQL[]; readonly answers: SQL | null };

/**
 * Some that are found, whatever has the very name among them; how many those are, and whether there may be more.
 * @param asked what fields ask for; null where nothing is
 * @param most so many are found, and counted
 */
export function someOf(actor: Actor, table: SearchedTable, words: Ways, asked: SQL | null, most: number): SQL {
  const ways = [...words.named, ...words.ways];
  if (asked !== null && ways.length > 0) return someOfBoth(actor, table, ways, asked, most);
  if (asked === null && words.answers) return someOfUsual(actor, table, words, words.answers, most);
  // A way is gone only when those before it did not find enough.
  const found = idsByWays(actor, table, asked === null ? ways : [asked], most);
  return sql`(select id, (count(*) over ())::int as total, sum(times) over () >= ${most} as is_least
    from (select id, count(*) as times from (${found}) as found group by id) as once) as hit`;
}

/** The first rows, where enough of them answer; else what the ways find, as of any other question. */
function someOfUsual(actor: Actor, table: SearchedTable, { named, ways }: Ways, answers: SQL, most: number): SQL {
  const through = most === MOST_SAYING ? GONE_THROUGH_SAYING : GONE_THROUGH;
  const rows = (limit: number) => sql`(select * from ${table} limit ${limit}) as ${table}`;
  const isUsual = sql`exists (select from ${table} offset ${through})
    and (select count(*) from ${rows(SAMPLED)} where ${answers}) >= ${(most * SAMPLED) / through / 2}`;
  const byName = named.length > 0 ? idsByWays(actor, table, named, most) : sql`select null::uuid as id where false`;
  return sql`(with read as materialized (
      select id from ${rows(through)} where ${isUsual} and ${answers} and ${visibleTo(actor, table)} limit ${most}
    ), are as materialized (select count(*) >= ${most} as enough from read)
    select id, (count(*) over ())::int as total, sum(times) over () >= ${most} as is_least
    from (select id, count(*) as times from (
      select id from (${byName}) as named
      union all select id from read where (select enough from are)
      union all select id from (${idsByWays(actor, table, ways, most)}) as others where not (select enough from are)
    ) as found group by id) as once) as hit`;
}

type FoundRows = {
  readonly name: string;
  readonly columns: SQL;
  readonly table: SQLWrapper;
  /** True for rows whose own words answer; null where that can't be told by these alone. */
  readonly own: SQL | null | undefined;
  /** True for whatever is found. */
  readonly all: SQL | undefined;
  readonly most: number;
};

/** For a WITH: the first rows that a question finds. Where their own words find enough, nothing else that finds some is looked for. */
export function firstFound({ name, columns, table, own, all, most }: FoundRows): SQL {
  const rows = (where: SQL | undefined) => sql`select ${columns} from ${table} where ${where} limit ${most}`;
  const as = sql`${sql.identifier(name)} as materialized`;
  if (!own) return sql`${as} (${rows(all)})`;
  return sql`own as materialized (${rows(own)}), enough as materialized (select count(*) >= ${most} as found from own),
    ${as} (select * from own where (select found from enough)
      union all select * from (${rows(all)}) as others where not (select found from enough))`;
}

/**
 * Exact where either the words or the fields leave less than `MOST_HELD`: the fewer of the two are gone through, each under the
 * table's own name, so that the other's conditions can be asked of them.
 */
function someOfBoth(actor: Actor, table: SearchedTable, ways: readonly SQL[], asked: SQL, most: number): SQL {
  return sql`(with said as materialized (${idsByWays(actor, table, ways, MOST_HELD)}),
      worded as materialized (select * from ${table} where ${table.id} in (select id from said)),
      narrowed as materialized (select * from ${table} where ${and(asked, visibleTo(actor, table))} limit ${MOST_HELD})
    select id, (count(*) over ())::int as total, count(*) over () >= ${most}
      or ((select count(*) from said) >= ${MOST_HELD} and (select count(*) from narrowed) >= ${MOST_HELD}) as is_least
    from (select id from worded as ${table} where ${asked}
      union select id from narrowed as ${table} where ${or(...ways)} limit ${most}) as both_ways) as hit`;
}

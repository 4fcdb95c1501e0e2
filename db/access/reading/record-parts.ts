import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PartPlace } from "@/lib/filters/record-parts";
import type { Actor } from "@/lib/workflow/actor";
import { readTogether } from "../../client";
import { type ReaderQuery, readerQuery } from "./reader-query";

/** A column that a part is ordered by; the last of them is one of a kind. */
export type PartKey = {
  readonly column: SQLWrapper;
  readonly type: "text" | "date" | "boolean" | "uuid" | "stance" | "answer";
  readonly descending?: true;
};

/** How much of a part is read, and from where on. */
export type Paging = {
  readonly limit: number | Placeholder;
  /** The `next` of the page before. */
  readonly after?: readonly string[] | undefined;
};

/** What a row holds beside its own columns: its place, where another page may begin behind it, and the number of all rows. */
export type PageColumns = { readonly at: readonly string[] | null; readonly total: number };

/** A page of what stands around a record. `next` is where the following one begins; null: this one is the last. */
export type Part<Row> = {
  readonly items: readonly Row[];
  readonly total: number;
  readonly next: readonly string[] | null;
};

/**
 * What a query adds to be a page of a part.
 * @param counted the number of rows of all pages, for a page that is not the first: there it can't be counted on the way
 */
export function pagePart(keys: readonly PartKey[], { limit, after }: Paging, counted: SQL) {
  const total = after ? sql`(${counted})` : sql`count(*) over ()`;
  const most = typeof limit === "number" ? limit + 1 : limit;
  const at = sql`json_build_array(${sql.join(
    keys.map(({ column }) => sql`${column}::text`),
    sql`, `,
  )})`;
  return {
    columns: {
      at: sql<string[] | null>`${after ? at : sql`case when ${total} >= ${most}::bigint then ${at} end`}`,
      total: sql<number>`${total}::int`.mapWith(Number),
    },
    where: after && beyond(keys, after),
    order: keys.map((key) => (key.descending ? sql`${unindexed(key)} desc` : unindexed(key))),
    limit: most,
  };
}

/**
 * A key as an expression that no index is in the order of. For a few rows PostgreSQL would walk all records in that order and
 * look for those of the part, though every row of the part is counted.
 */
const unindexed = ({ column, type }: PartKey): SQL =>
  type === "date" ? sql`(${column} + 0)` : type === "text" ? sql`(${column} || '')` : sql`${column}`;

/** Rows behind a place, where some keys go up and others down. */
function beyond(keys: readonly PartKey[], after: readonly string[]): SQL {
  const [key, ...rest] = keys;
  if (!key) return sql`false`;
  // As a text, since the driver would write a boolean's "true" as false.
  const value = sql`${after[0] ?? ""}::text::${sql.raw(key.type)}`;
  const isBehind = key.descending ? sql`${key.column} < ${value}` : sql`${key.column} > ${value}`;
  return rest.length === 0
    ? isBehind
    : sql`(${isBehind} or (${key.column} = ${value} and ${beyond(rest, after.slice(1))}))`;
}

/** @param limit of the page: of a row more nothing but that it is there is told */
export function partOf<Row extends PageColumns>(
  rows: readonly Row[],
  limit: number,
): Part<Omit<Row, keyof PageColumns>> {
  const items = rows.slice(0, limit);
  return {
    items: items.map(({ at: _at, total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? (items.at(-1)?.at ?? null) : null,
  };
}

type Rows<Row> = PromiseLike<readonly Row[]> & ReaderQuery<Row[]>;
type PartReader<Row> = (
  actor: Actor,
  owner: string,
  page: { readonly limit: number; readonly after?: readonly string[] | undefined },
) => PromiseLike<readonly Row[]>;

/** A part of a record: its first page is a query made once for each role, a later one is made for its place. */
export function definePart<Row extends PageColumns>(
  select: (actor: Actor, owner: string | Placeholder, paging: Paging) => Rows<Row>,
): PartReader<Row> {
  const first = readerQuery((actor) => select(actor, sql.placeholder("owner"), { limit: sql.placeholder("more") }));
  return (actor, owner, { limit, after }) =>
    after ? select(actor, owner, { limit, after }) : first(actor, { owner, more: limit + 1 });
}

/** What is asked of the parts of a record: how many rows each has at most, and the one that is read from a place on. */
export type PartsAsked<Name extends string> = {
  readonly limit?: number;
  readonly place?: PartPlace<Name> | null;
};

type RowOf<Reader extends PartReader<PageColumns>> = Omit<Awaited<ReturnType<Reader>>[number], keyof PageColumns>;

/** Pages of the parts of one record, by one statement when nothing else is read beside them. */
export async function readParts<Readers extends Readonly<Record<string, PartReader<PageColumns>>>>(
  actor: Actor,
  owner: string,
  readers: Readers,
  { limit = 100, place }: PartsAsked<string> = {},
): Promise<{ [Name in keyof Readers]: Part<RowOf<Readers[Name]>> }> {
  const pages = await readTogether(() =>
    Promise.all(
      Object.entries(readers).map(async ([name, read]) => {
        const after = place?.part === name ? place.after : undefined;
        return [name, partOf(await read(actor, owner, { limit, after }), limit)] as const;
      }),
    ),
  );
  return Object.fromEntries(pages) as { [Name in keyof Readers]: Part<RowOf<Readers[Name]>> };
}

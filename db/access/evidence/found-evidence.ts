import { sql } from "drizzle-orm";
import type { RecordsSeen } from "@/lib/filters/dashboard-filter";
import type { EvidenceCursor, EvidenceSort } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { limitInText, readerQueries } from "../reading/reader-query";
import { askedValues } from "../search/text-search";
import { evidenceConditions } from "./evidence-conditions";
import { ASKED, itemsOfAsked, pageOfItems } from "./evidence-rows";

/** What a question found, in the order of a list, and the head of the history when it was asked. */
type Found = {
  readonly head: string | null;
  readonly items: readonly { readonly id: string; readonly at: string }[];
};

/** Questions that are kept, and items of each: 30 MB together. */
const MOST_QUESTIONS = 100;
const MOST_ITEMS = 2_000;

// On globalThis: a page and a route of the API ask the same, and Next may load this module for each.
const KEY = Symbol.for("wederhoor.found-evidence");
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Found> };
shared[KEY] ??= new Map();
const kept = shared[KEY];

type Shape = { readonly sort: EvidenceSort; readonly records: RecordsSeen };

const finds = readerQueries((reader, { sort, records }: Shape) =>
  itemsOfAsked(evidenceConditions(reader, { q: ASKED, records }), sort, limitInText(MOST_ITEMS)),
);

const pages = readerQueries((reader, { sort, records }: Shape) =>
  pageOfItems(reader, evidenceConditions(reader, { records }), sort, sql.placeholder("ids")),
);

type Asked = Shape & {
  readonly q: string;
  readonly after: EvidenceCursor | null | undefined;
  readonly limit: number;
};

/**
 * A page of what a question found before: its words are looked for once for all pages and requests, until something is
 * written. Null when they have to be looked for anew, and when they find too much to be kept.
 * @param counted number of items on all pages, as far as is known
 */
export async function pageOfKept(actor: Actor, { q, sort, records, after, limit }: Asked, counted: number) {
  const values = counted > 0 && counted <= MOST_ITEMS ? askedValues(q) : null;
  if (!values) return null;
  const key = JSON.stringify([actor.role, sort, records, values]);
  const found = kept.get(key) ?? (await find(actor, { sort, records }, values));
  if (!found) return null;
  keep(key, found);
  const begin = after ? found.items.findIndex(({ id, at }) => id === after.id && at === after.at) + 1 : 0;
  const items = after && begin === 0 ? [] : found.items.slice(begin, begin + limit);
  const ids = `{${items.map(({ id }) => id).join(",")}}`;
  const rows = items.length > 0 ? await pages(actor, { sort, records }, { ids }) : null;
  if (rows?.length === items.length && rows[0]?.head === found.head) return rows;
  if (items.length > 0) kept.delete(key);
  return null;
}

async function find(actor: Actor, shape: Shape, values: Record<string, unknown>): Promise<Found | null> {
  const rows = await finds(actor, shape, values);
  return rows && { head: rows[0]?.head ?? null, items: rows.map(({ id, at }) => ({ id, at })) };
}

/** What was asked for last stays. */
function keep(key: string, found: Found): void {
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_QUESTIONS) break;
    kept.delete(oldest);
  }
}

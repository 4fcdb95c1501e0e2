import { and, asc, gt, gte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { nearForms, slippableWords, type WordList } from "@/lib/text/typing-slips";
import { type Tx, transaction } from "../../client";
import {
  claims,
  events,
  evidence,
  organizations,
  responses,
  searchWordMarks,
  searchWords,
  stations,
} from "../../schema";
import { latestRevision } from "../history/revision-ref";
import { editorialTableOf } from "../tables";
import { isPublicLabel, isPublicRecord } from "../visibility";
import type { SearchKind } from "./search";

/** What a record is called by, and nothing else of it: no note, no address, no quotation. */
const NAMES: Readonly<Record<SearchKind, readonly AnyPgColumn[]>> = {
  station: [stations.name, stations.city, stations.alternateNames],
  organization: [organizations.name, organizations.alternateNames],
  claim: [claims.proposition],
  response: [responses.summary],
  evidence: [evidence.title],
  event: [events.title],
};
const KINDS = Object.keys(NAMES) as readonly SearchKind[];

const AT_ONCE = 2000;
/** A transaction that began so long ago may bring rows that look older than they are. */
const OVERLAP = "10 minutes";
/** Milliseconds that all the words of a big dossier may take, which nobody waits for. */
const ANEW = 600_000;
/** Whoever reads them is alone: another one finds it being done. */
const LOCK = 7_340_048;

/** The dossier's state that this process has read the words of. */
let readAt: string | null = null;

/** The words of what was written since, when anything was: for whoever is about to ask for some. */
export async function catchUpWithWords(): Promise<void> {
  const hash = (await latestRevision())?.hash ?? "";
  if (hash === readAt) return;
  const isMore = await readSearchWords();
  if (!isMore) readAt = hash;
}

/**
 * Reads the records that changed since the last time for words that somebody may mistype. Words are only added here; what may
 * not be told any more is left out where they are asked for, and goes when they are read anew.
 * @param most records of a kind, so that a reader never waits for a whole dossier
 * @returns whether there is more to read
 */
export function readSearchWords({ most = 10 * AT_ONCE, anew = false } = {}): Promise<boolean> {
  return transaction(
    async (tx) => {
      const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`);
      if (!lock?.taken) return false;
      if (anew) for (const table of [searchWords, searchWordMarks]) await tx.delete(table);
      let isMore = false;
      for (const kind of KINDS) isMore = (await readKind(tx, kind, most)) || isMore;
      return isMore;
    },
    anew ? { limit: ANEW } : {},
  );
}

async function readKind(tx: Tx, kind: SearchKind, most: number): Promise<boolean> {
  const table = editorialTableOf(kind);
  const [mark] = await tx
    .select({ since: sql<string>`(${searchWordMarks.until} - ${OVERLAP}::interval)::text` })
    .from(searchWordMarks)
    .where(sql`${searchWordMarks.kind} = ${kind}`);
  let after: SQL | undefined = mark ? gte(table.updatedAt, mark.since) : undefined;
  for (let read = 0; read < most; read += AT_ONCE) {
    const rows = await namesOf(tx, kind, after);
    await learnWords(tx, rows);
    const last = rows.at(-1);
    if (last) {
      await tx
        .insert(searchWordMarks)
        .values({ kind, until: last.at })
        .onConflictDoUpdate({ target: searchWordMarks.kind, set: { until: last.at } });
      after = or(gt(table.updatedAt, last.at), and(sql`${table.updatedAt} = ${last.at}`, gt(table.id, last.id)));
    }
    if (rows.length < AT_ONCE) return false;
  }
  return true;
}

type Named = { readonly id: string; readonly at: string; readonly names: string; readonly isPublic: boolean };

/** Of records that their label lets leave the desk; the rest of a restricted one is no less restricted. */
function namesOf(tx: Tx, kind: SearchKind, after: SQL | undefined): Promise<Named[]> {
  const table = editorialTableOf(kind);
  const labelled = table as typeof table & { sharing?: AnyPgColumn };
  const isFree = labelled.sharing ? isPublicLabel(labelled.sharing) : sql`true`;
  const names = sql`concat_ws(' ', ${sql.join(
    NAMES[kind].map((name) => (name.columnType === "PgArray" ? sql`array_to_string(${name}, ' ')` : sql`${name}`)),
    sql`, `,
  )})`;
  return tx
    .select({
      id: table.id,
      at: sql<string>`${table.updatedAt}::text`,
      names: sql<string>`case when ${isFree} and ${table.state} not in ('trashed', 'merged') then ${names} else '' end`,
      isPublic: sql<boolean>`${isPublicRecord(labelled)}`,
    })
    .from(table)
    .where(after)
    .orderBy(asc(table.updatedAt), asc(table.id))
    .limit(AT_ONCE);
}

/** One index leads to the words of a list, whatever PostgreSQL knows of how many each has. */
export const formsIn = (list: WordList, word: string) => nearForms(word).map((form) => `${list} ${form}`);

async function learnWords(tx: Tx, rows: readonly Named[]): Promise<void> {
  const found = new Map<string, { list: WordList; word: string; shown: string; uses: number; near: string[] }>();
  for (const { names, isPublic } of rows) {
    for (const { word, shown } of new Map(slippableWords(names).map((one) => [one.word, one])).values()) {
      for (const list of isPublic ? (["public", "desk"] as const) : (["desk"] as const)) {
        const known = found.get(`${list} ${word}`);
        if (known) known.uses += 1;
        else found.set(`${list} ${word}`, { list, word, shown, uses: 1, near: formsIn(list, word) });
      }
    }
  }
  const words = [...found.values()];
  for (let start = 0; start < words.length; start += AT_ONCE) {
    await tx
      .insert(searchWords)
      .values(words.slice(start, start + AT_ONCE))
      .onConflictDoUpdate({
        target: [searchWords.list, searchWords.word],
        set: { uses: sql`${searchWords.uses} + excluded.uses` },
      });
  }
}

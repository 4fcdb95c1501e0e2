import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { SHARES_MUCH, type Shares, sharesMuch } from "@/lib/records/alike-text";
import { groupBy } from "@/lib/text/group-by";
import { type Shingled, sharedWords, shingle, winnow } from "@/lib/text/shingles";
import { db, transaction } from "../../client";
import {
  alikeTexts,
  attachments,
  comparedTexts,
  evidence,
  filePages,
  fileTexts,
  textFingerprints,
} from "../../schema";
import { survivorOf } from "../merges/redirects";

/** A run of words that stands in more items than this, or in so many of one publisher, is nobody's own. */
const COMMON = { items: 100, ofPublisher: 4 };
/** Items that share most with a text, of each so many of its latest texts, are read and compared word for word. */
const [MOST_ITEMS, MOST_TEXTS] = [30, 3];
/** So many runs of the index in common make an item worth reading. */
const LEAST_RUNS = 2;
/** Runs in one question, and rows in one insertion. */
const AT_ONCE = 2000;

type Due = {
  readonly attachment: string;
  readonly fileId: string;
  readonly item: string;
  readonly publisher: string | null;
};

/**
 * Holds the texts of items that were read since against those of all others, the earliest first; for whoever looks after the
 * files. Ended in the middle of a text it begins with it again.
 * @returns how many were compared
 */
export async function compareDueTexts({ most = 100, signal = undefined as AbortSignal | undefined } = {}) {
  const due: Due[] = await db
    .select({
      attachment: attachments.id,
      fileId: attachments.fileId,
      item: attachments.subjectId,
      publisher: evidence.publisherId,
    })
    .from(attachments)
    .innerJoin(fileTexts, eq(fileTexts.fileId, attachments.fileId))
    .innerJoin(evidence, eq(evidence.id, attachments.subjectId))
    .leftJoin(comparedTexts, eq(comparedTexts.attachmentId, attachments.id))
    .where(and(isNull(comparedTexts.attachmentId), isLive))
    .orderBy(asc(attachments.at), asc(attachments.id))
    .limit(most);
  let compared = 0;
  for (const one of due) {
    if (signal?.aborted) break;
    await compareText(one);
    compared += 1;
  }
  return compared;
}

const isLive = and(eq(attachments.subjectKind, "evidence"), isNull(attachments.withdrawnAt));

/** The runs are in the index before others are looked for: of two texts at once at least one finds the other. */
async function compareText(due: Due): Promise<void> {
  const text = await readShingled(due.fileId);
  const runs = [...new Set(winnow(text).map((at) => text.hashes[at] as number))];
  for (const hashes of inParts(runs)) {
    const rows = hashes.map((hash) => ({ hash, evidenceId: due.item }));
    await db.insert(textFingerprints).values(rows).onConflictDoNothing();
  }
  const { common, items } = await findSharing(due, runs);
  const pairs = await compareWith(due, text, common, items);
  await transaction(async (tx) => {
    if (pairs.length > 0) await tx.insert(alikeTexts).values(pairs).onConflictDoNothing();
    await tx.insert(comparedTexts).values({ attachmentId: due.attachment }).onConflictDoNothing();
  });
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += AT_ONCE) yield all.slice(start, start + AT_ONCE);
}

async function readShingled(fileId: string): Promise<Shingled> {
  const pages = await db
    .select({ text: filePages.text })
    .from(filePages)
    .where(eq(filePages.fileId, fileId))
    .orderBy(asc(filePages.page));
  return shingle(pages.map(({ text }) => text).join("\n"));
}

/** Which of these runs are nobody's own, and which other items share most of the rest. */
async function findSharing(due: Due, runs: readonly number[]) {
  const limit = sql.raw(String(COMMON.items + 1));
  const common = new Set<number>();
  const shared = new Map<string, number>();
  for (const hashes of inParts(runs)) {
    const found = await db.execute<{ hash: string; item: string; isOfPublisher: boolean }>(
      sql`select run.hash, item.evidence_id as item, coalesce(e.publisher_id = ${due.publisher}::uuid, false) as "isOfPublisher"
        from unnest(${`{${hashes.join(",")}}`}::bigint[]) as run(hash)
        cross join lateral (select evidence_id from ${textFingerprints} where hash = run.hash limit ${limit}) as item
        join ${evidence} e on e.id = item.evidence_id
        where item.evidence_id <> ${due.item}`,
    );
    for (const [hash, items] of groupBy(found, (row) => row.hash)) {
      const ofPublisher = items.filter(({ isOfPublisher }) => isOfPublisher).length;
      if (items.length >= COMMON.items || ofPublisher >= COMMON.ofPublisher) common.add(Number(hash));
      else for (const { item } of items) shared.set(item, (shared.get(item) ?? 0) + 1);
    }
  }
  const items = [...shared]
    .filter(([, count]) => count >= LEAST_RUNS)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_ITEMS)
    .map(([item]) => item);
  return { common, items };
}

type Side = { readonly id: string; readonly share: number };

/** Word for word, both ways; kept where much of either stands in the other. */
async function compareWith(due: Due, text: Shingled, common: ReadonlySet<number>, items: readonly string[]) {
  if (items.length === 0) return [];
  const place = sql<number>`row_number() over (partition by ${attachments.subjectId} order by ${attachments.at} desc)`;
  const others = db
    .select({
      attachment: attachments.id,
      fileId: attachments.fileId,
      publisher: evidence.publisherId,
      place: place.as("place"),
    })
    .from(attachments)
    .innerJoin(fileTexts, eq(fileTexts.fileId, attachments.fileId))
    .innerJoin(evidence, eq(evidence.id, attachments.subjectId))
    .where(
      and(
        isLive,
        inArray(attachments.subjectId, [...items]),
        ne(survivorOf(attachments.subjectId), survivorOf(sql`${due.item}::uuid`)),
      ),
    )
    .as("others");
  const rows = await db
    .select()
    .from(others)
    .where(sql`${others.place} <= ${MOST_TEXTS}`)
    .orderBy(desc(others.attachment));
  const own = new Set(text.hashes);
  const pairs: (typeof alikeTexts.$inferInsert)[] = [];
  for (const { attachment, fileId, publisher } of rows) {
    const other = fileId === due.fileId ? text : await readShingled(fileId);
    const shares = sharesOf(text, own, other, common);
    const isOneHouse = publisher !== null && publisher === due.publisher;
    if (!sharesMuch(shares, isOneHouse)) continue;
    // Whichever of the two was compared, the pair is one row.
    const [one, two] = [
      { id: due.attachment, share: shares.share },
      { id: attachment, share: shares.otherShare },
    ].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Side, Side];
    pairs.push({ attachmentId: one.id, otherId: two.id, share: one.share, otherShare: two.share });
  }
  return pairs;
}

function sharesOf(text: Shingled, own: ReadonlySet<number>, other: Shingled, common: ReadonlySet<number>): Shares {
  const [stands, standsThere] = [sharedWords(text, new Set(other.hashes), common), sharedWords(other, own, common)];
  const part = ({ words, of }: typeof stands) => (of === 0 ? 0 : words / of);
  // In scripts without spaces two characters make about one word.
  const words = Math.min(stands.words, standsThere.words) * (text.size > SHARES_MUCH.wordSize ? 0.5 : 1);
  return { share: part(stands), otherShare: part(standsThere), words };
}

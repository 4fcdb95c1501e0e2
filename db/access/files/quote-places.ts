import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { digestOfTarget, locateTarget, pageOfTarget, type QuoteTarget } from "@/lib/records/quote-target";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { type Db, db } from "../../client";
import { attachments, captures, claimEvidence, evidence, files, fileTexts, merges } from "../../schema";
import { visibleTo } from "../visibility";
import { openableTo } from "./openable";
import { type QuoteSearch, readPageTexts, searchPages } from "./quote-search";

/** What a claim's row quotes of an item. */
export type Quoted = {
  readonly evidenceId: string;
  readonly quote: string | null;
  readonly target: QuoteTarget | null;
};

/** Where a quote stands, or that none of its item's files says it. Null in its place: nobody can know. */
export type QuotePlace =
  | {
      readonly standing: "found";
      readonly file: string;
      readonly name: string;
      /** Of its text as it was read; only that of a PDF is one for a reader. */
      readonly page: number;
      readonly isPaged: boolean;
    }
  | { readonly standing: "missing" };

const MISSING: QuotePlace = { standing: "missing" };

type ItemFile = Awaited<ReturnType<typeof listItemFiles>>[number];
/** The ids under which files of these items were added: their own, and those of the items that became one with them. */
const idsOf = (evidenceIds: readonly string[]) => sql`(
  with recursive led(evidence_id, id) as (
    select item.id, item.id from unnest(${`{${[...new Set(evidenceIds)].join(",")}}`}::uuid[]) as item(id)
    union select led.evidence_id, ${merges.absorbedId} from ${merges} join led on ${merges.survivorId} = led.id and ${merges.isActive}
  )
  select evidence_id, id from led) as led`;

/**
 * Files of these items that were not withdrawn, with what is known of their text.
 * @param actor who has to be allowed to open them; null: nobody is told what is in them
 */
const listItemFiles = (on: Db, evidenceIds: readonly string[], actor: Actor | null) =>
  on
    .select({
      id: attachments.id,
      evidenceId: sql<string>`led.evidence_id`,
      fileId: files.id,
      name: attachments.name,
      type: files.type,
      digest: files.digest,
      isRead: sql<boolean>`${fileTexts.fileId} is not null`,
      problem: fileTexts.problem,
      isOfWall: sql<boolean>`exists (select from ${captures} where ${captures.subjectKind} = 'evidence' and ${captures.subjectId} = ${attachments.subjectId} and ${captures.wall} is not null and ${captures.files} @> jsonb_build_array(jsonb_build_object('attachment', ${attachments.id})))`,
    })
    .from(idsOf(evidenceIds))
    .innerJoin(attachments, and(eq(attachments.subjectKind, "evidence"), sql`${attachments.subjectId} = led.id`))
    .innerJoin(files, eq(files.id, attachments.fileId))
    .leftJoin(fileTexts, eq(fileTexts.fileId, files.id))
    // A redacted copy has no words in which a quote could be missing.
    .where(
      and(isNull(attachments.withdrawnAt), isNull(attachments.redactedFrom), actor ? opensFor(actor) : undefined),
    )
    .orderBy(asc(attachments.at), asc(attachments.id));

/** By the two rules that decide for each file whether somebody may open it. */
const opensFor = (actor: Actor) =>
  and(
    openableTo(actor),
    sql`exists (select from ${evidence} where ${evidence.id} = led.evidence_id and ${visibleTo(actor, evidence)})`,
  );

const foundIn = ({ id, name, type }: ItemFile, page: number): QuotePlace => ({
  standing: "found",
  file: id,
  name,
  page,
  isPaged: type === "application/pdf",
});

/** All that a file can say was read: no scan, no picture, no text that is too long. */
const isReadWhole = ({ type, isRead, problem }: ItemFile) =>
  isRead ? problem === null : !/^image\/|^application\/pdf$|^text\/plain$/.test(type);

const fileOfTarget = (target: QuoteTarget | null, own: readonly ItemFile[]) =>
  target && own.find(({ digest }) => digest === digestOfTarget(target));

type Sought = Omit<Quoted, "quote"> & { readonly quote: string; readonly own: readonly ItemFile[] };

/** The rows whose target still stands in the file of its digest, by their index. */
async function placeTargets(on: Db, sought: ReadonlyMap<number, Sought>): Promise<Map<number, QuotePlace>> {
  const bound = [...sought].flatMap(([index, { target, own }]) => {
    const file = fileOfTarget(target, own);
    return target && file ? [{ index, target, file, fileId: file.fileId, page: pageOfTarget(target) }] : [];
  });
  const texts = await readPageTexts(on, bound);
  return new Map(
    bound.flatMap(({ index, target, file, page }, at) => {
      const text = texts[at] ?? null;
      return text !== null && locateTarget(text, target) ? [[index, foundIn(file, page)]] : [];
    }),
  );
}

/** In which files a quote is looked for, and what it means that none of them says it. */
function searchFor({
  quote,
  target,
  own,
}: Sought): QuoteSearch<ItemFile> & { readonly otherwise: QuotePlace | null } {
  const bound = fileOfTarget(target, own);
  if (target && bound) {
    const [{ prefix, suffix }] = target.selector.refinedBy;
    return { own: [bound], quote, near: { prefix, suffix }, otherwise: isReadWhole(bound) ? MISSING : null };
  }
  // What stood in a page's place says nothing of the page.
  const others = own.filter(({ isOfWall }) => !isOfWall);
  const read = others.filter(({ isRead }) => isRead);
  return { own: read, quote, otherwise: read.length > 0 && others.every(isReadWhole) ? MISSING : null };
}

/**
 * By index: by its target in the file of that digest; without one, or when that was withdrawn, in all of the item's files.
 * However many quotes there are, in three statements at most.
 */
async function placeSought(on: Db, sought: ReadonlyMap<number, Sought>): Promise<Map<number, QuotePlace | null>> {
  const placed = new Map<number, QuotePlace | null>(await placeTargets(on, sought));
  const left = [...sought]
    .filter(([index]) => !placed.has(index))
    .map(([index, one]) => [index, searchFor(one)] as const);
  const found = await searchPages(
    on,
    left.map(([, search]) => search),
  );
  left.forEach(([index, { otherwise }], at) => {
    const page = found[at];
    placed.set(index, page ? foundIn(page.file, page.page) : otherwise);
  });
  return placed;
}

type Placed = {
  readonly place: QuotePlace | null;
  /** The file that its target names is there to be opened. */
  readonly isBound: boolean;
};
const NOWHERE: Placed = { place: null, isBound: false };

async function placeQuotes(on: Db, quoted: readonly Quoted[], actor: Actor | null): Promise<Placed[]> {
  const ids = quoted.flatMap(({ quote, evidenceId }) => (quote ? [evidenceId] : []));
  const all = ids.length > 0 ? await listItemFiles(on, ids, actor) : [];
  if (all.length === 0) return quoted.map(() => NOWHERE);
  const filesOf = groupBy(all, ({ evidenceId }) => evidenceId);
  const sought = new Map(
    quoted.flatMap(({ evidenceId, quote, target }, index) => {
      const own = filesOf.get(evidenceId);
      return quote && own ? [[index, { evidenceId, quote, target, own }]] : [];
    }),
  );
  const places = await placeSought(on, sought);
  return quoted.map(({ evidenceId, target }, index) => ({
    place: places.get(index) ?? null,
    isBound: Boolean(fileOfTarget(target, filesOf.get(evidenceId) ?? [])),
  }));
}

/**
 * The same rows, each with where its quote stands in files that this person may open. Its target says what stands around it:
 * only who may open the file is told.
 */
export async function withQuotePlaces<Row extends Quoted>(
  actor: Actor,
  rows: readonly Row[],
): Promise<(Row & { readonly place: QuotePlace | null })[]> {
  const placed = await placeQuotes(db, rows, actor);
  return rows.map((row, index) => {
    const { place, isBound } = placed[index] ?? NOWHERE;
    return { ...row, target: isBound ? row.target : null, place };
  });
}

/** How many quotes of each of these claims no file of their items says. */
export async function countMissingQuotes(on: Db, claimIds: readonly string[]): Promise<Map<string, number>> {
  const { claimId, evidenceId, quote, target } = claimEvidence;
  const rows = await on
    .select({ claimId, evidenceId, quote, target })
    .from(claimEvidence)
    .where(and(inArray(claimId, [...claimIds]), isNotNull(quote)));
  const placed = await placeQuotes(on, rows, null);
  const missing = rows.filter((_, index) => placed[index]?.place?.standing === "missing");
  return new Map([...groupBy(missing, (row) => row.claimId)].map(([id, own]) => [id, own.length]));
}

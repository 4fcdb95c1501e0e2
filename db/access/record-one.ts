import { randomUUID } from "node:crypto";
import type { RecordKind } from "@/lib/records/editorial";
import type { AlikeKind } from "@/lib/records/likeness";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Tx, transaction } from "../client";
import { contentOf } from "./merges/relink";
import type { RecordInputs } from "./record-mappers";
import { firstRevision, type NewRecord, type WrittenRecord } from "./records";
import { requireDistinct } from "./records/alike";
import { keepDistinct } from "./records/distinct";
import { findFreeSlug } from "./records/free-slug";
import { findNamedRecords, type NamedRecords } from "./records/named-records";
import { requirePast, warningsOf } from "./records/plausibility";
import { contentRevisions } from "./records/record-content";
import { editOf } from "./records/record-edit";
import { insertRecord, lockForEdit, storeEdit } from "./records/record-rows";
import { findResult, keepResult, type Repeatable } from "./records/repeatable";
import { isStale, reviseAlone, StaleSave } from "./records/stale-save";
import { appendRevisions, type NewRevision } from "./revisions";

/** What leaves revisions to the chain: `appendRevisions`, or what gathers those of several writes of one transaction. */
export type Append = (tx: Tx, actor: Actor, added: readonly NewRevision[]) => Promise<void>;

/** What an access function takes to record something new, and to revise it. */
export type Recorded<Input> = {
  readonly input: Input;
  readonly reason?: string | null;
  /** Slugs of records alike that it is none of. */
  readonly distinctFrom?: readonly string[];
  readonly repeatable?: Repeatable | null;
};
export type Revised<Input> = {
  readonly slug: string;
  /** The version that the change was made from; another one stored by now is a conflict. */
  readonly basedOn: number;
  /** What the record is to say; or what is made of that which it says. */
  readonly input: Input | ((stored: Input) => Input);
  readonly reason?: string | null;
  /** Slugs of records alike that it is none of. */
  readonly distinctFrom?: readonly string[];
  readonly repeatable?: Repeatable | null;
};

export const recordOne = <Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  entry: NewRecord<Kind>,
): Promise<WrittenRecord> =>
  transaction(async (tx) => {
    requirePermission(actor, WRITE_PERMISSIONS[kind]);
    const named = await findNamedRecords(tx, actor, kind, entry.input, entry.slug);
    if (named.isAbsorbed) throw new Invalid({ slug: "validation.slugTaken" });
    return recordIn(tx, actor, kind, entry, named);
  });

/** Holds what a revision makes of a record against what it said. @throws Refusal, Invalid */
type EditCheck<Kind extends RecordKind> = (input: RecordInputs[Kind], before: RecordInputs[Kind]) => void;

export const reviseOne = <Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  revision: Omit<Revised<RecordInputs[Kind]>, "distinctFrom">,
  check?: EditCheck<Kind>,
): Promise<WrittenRecord> => reviseAlone((tx) => reviseRow(tx, actor, kind, revision, { check }));

/**
 * As `reviseOne`, for what a person may make alike to something else on file.
 * @throws AlikeRecords, beside what `reviseOne` throws
 */
export const reviseDistinct = <Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  { distinctFrom, ...revision }: Revised<RecordInputs[Kind]>,
  check?: EditCheck<Kind>,
): Promise<WrittenRecord> =>
  reviseAlone((tx) => reviseRow(tx, actor, kind, revision, { check, distinctFrom: distinctFrom ?? [] }));

type Settling<Kind extends RecordKind> = {
  readonly check?: EditCheck<Kind> | undefined;
  /** Slugs of records alike that it is none of; not given: nothing is asked of records alike. */
  readonly distinctFrom?: readonly string[];
  readonly append?: Append;
};

/** Waits for an answer, and leaves its failure to who takes it. */
const waitFor = <T>(answer: Promise<T>): Promise<() => T> =>
  answer.then(
    (value) => () => value,
    (error) => () => {
      throw error;
    },
  );

/** As `reviseOne`, within a transaction that holds the record's lock and goes on from what it read there. */
export const reviseIn = <Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  revision: Omit<Revised<RecordInputs[Kind]>, "distinctFrom">,
  settling: Settling<Kind> = {},
): Promise<WrittenRecord> => reviseRow(tx, actor, kind, revision, settling);

/** @throws StaleSave in place of a conflict */
async function reviseRow<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  revision: Omit<Revised<RecordInputs[Kind]>, "distinctFrom">,
  settling: Settling<Kind>,
): Promise<WrittenRecord> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  const { slug, repeatable } = revision;
  const before = repeatable ? await findResult<WrittenRecord>(tx, actor, repeatable) : undefined;
  if (before) return before;
  return reviseNow(tx, actor, kind, revision, settling, (written) => {
    if (repeatable) keepResult(tx, actor, repeatable, written, { recordKind: kind, slug });
    return written;
  });
}

/** @param keep is told what was written before its revision is appended, which comes last */
async function reviseNow<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  { slug, basedOn, input, reason }: Omit<Revised<RecordInputs[Kind]>, "distinctFrom">,
  { check, distinctFrom, append = appendRevisions }: Settling<Kind>,
  keep: (written: WrittenRecord) => WrittenRecord,
): Promise<WrittenRecord> {
  const row = await lockForEdit(tx, actor, kind, slug, basedOn).catch((error) => {
    throw isStale(error) ? new StaleSave(actor, kind, slug, basedOn) : error;
  });
  if (!row) throw Refusal.notFound();
  const before = contentOf(row.snapshot) as unknown as RecordInputs[Kind];
  const wanted = typeof input === "function" ? input(before) : input;
  check?.(wanted, before);
  const findOthers = (content: RecordInputs[Kind]) => {
    const written = { input: content, stored: { slug, input: before } };
    return distinctFrom ? requireDistinct(actor, kind, written, distinctFrom) : Promise.resolve([]);
  };
  const [named, others] = await Promise.all([findNamedRecords(tx, actor, kind, wanted), waitFor(findOthers(wanted))]);
  const change = editOf(actor, kind, row, row.snapshot, { input: named.input, reason });
  if (!change) return keep({ slug, version: row.version, effect: "unchanged" });
  const ids = named.ids();
  await keepDistinct(tx, actor, kind, row.id, named.input === wanted ? others() : await findOthers(named.input));
  await storeEdit(tx, kind, change, row.snapshot, ids);
  const version = row.version + 1;
  const written = keep({ slug, version, effect: "revised", ...warningsOf(kind, named.input) });
  await append(tx, actor, contentRevisions(kind, [change]));
  return written;
}

/**
 * Records a new draft with its first revision.
 * @param also what else is written of it, in the statements that go before its revision, and where that goes
 * @throws Invalid, of its slug, from the transaction, when that is taken
 */
async function recordIn<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  { slug, input, reason }: NewRecord<Kind>,
  named: NamedRecords<Kind>,
  {
    inPlace,
    append = appendRevisions,
  }: { inPlace?: (id: string) => Promise<void>; append?: Append | undefined } = {},
): Promise<WrittenRecord> {
  requirePast(kind, input);
  const id = randomUUID();
  const content = { input: named.input, id: named.ids() };
  await inPlace?.(id);
  await insertRecord(kind, { id, slug, createdBy: actor.id, updatedBy: actor.id }, content);
  await append(tx, actor, [firstRevision(kind, id, { slug, input: named.input, reason })]);
  return { slug, version: 1, effect: "recorded", ...warningsOf(kind, named.input) };
}

/** A name that was free may be given to another one before its lock is had; after that, by the dossier's loader alone. */
const MOST_TRIES = 3;

/**
 * Records something that has no name in the dossier's files yet: its slug is made from `wanted`, with a number behind
 * it while that is taken.
 * @throws Refusal forbidden; Invalid, also when the key came before with another request; AlikeRecords
 */
export async function recordNamed<Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  wanted: string,
  recorded: Recorded<RecordInputs[Kind]>,
): Promise<WrittenRecord> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return untilNameIsFree((tx) => recordNamedIn(tx, actor, kind, wanted, recorded));
}

/** A transaction that names something new, again when its name was given away meanwhile. */
export async function untilNameIsFree<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction(work);
    } catch (error) {
      if (tries >= MOST_TRIES || !isSlugTaken(error)) throw error;
    }
  }
}

/** As `recordNamed`, within a transaction, which asks for the permission. */
export async function recordNamedIn<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  wanted: string,
  { input, reason, distinctFrom, repeatable }: Recorded<RecordInputs[Kind]>,
  append?: Append,
): Promise<WrittenRecord> {
  const before = repeatable ? await findResult<WrittenRecord>(tx, actor, repeatable) : undefined;
  if (before) return before;
  const findOthers = () => requireDistinct(actor, kind, { input }, distinctFrom);
  // None of them waits for another one's answer: they are sent together.
  const [{ slug, hasWaited }, found, named] = await Promise.all([
    findFreeSlug(tx, kind, wanted),
    findOthers(),
    findNamedRecords(tx, actor, kind, input),
  ]);
  // Whoever was waited for may have recorded the like.
  const others = hasWaited ? await findOthers() : found;
  const inPlace = async (id: string) => {
    await keepDistinct(tx, actor, kind, id, others);
    if (!repeatable) return;
    const written = { slug, version: 1, effect: "recorded", ...warningsOf(kind, named.input) };
    keepResult(tx, actor, repeatable, written, { recordKind: kind, slug });
  };
  return recordIn(tx, actor, kind, { slug, input, reason }, named, { inPlace, append });
}

const isSlugTaken = (error: unknown) => error instanceof Invalid && error.errors.slug === "validation.slugTaken";

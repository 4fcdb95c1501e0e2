import { and, eq, like, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { AlikeKind } from "@/lib/records/likeness";
import { RESERVED_SLUGS } from "@/lib/records/slug";
import { slugify } from "@/lib/text/slugify";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { isEditable } from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../client";
import { idempotencyKeys, merges } from "../schema";
import type { RecordInputs } from "./record-mappers";
import { type NewRecord, type RecordEdit, recordAll, reviseAll, type WrittenRecord } from "./records";
import { requireDistinct } from "./records/alike";
import { keepDistinct } from "./records/distinct";
import { findRecord } from "./records/record-snapshot";
import { editorialTableOf } from "./tables";

/** A write that may be sent twice with the same key: a second one with the same request has no second effect. */
export type Repeatable = { readonly key: string; readonly requestHash: string };

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
  readonly basedOn: number;
  readonly input: Input;
  readonly reason?: string | null;
  /** Slugs of records alike that it is none of. */
  readonly distinctFrom?: readonly string[];
};

export const recordOne = <Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  entry: NewRecord<Kind>,
): Promise<WrittenRecord> =>
  transaction(async (tx) => (await recordAll(tx, actor, kind, [entry]))[0] as WrittenRecord);

export const reviseOne = <Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  revision: RecordEdit<Kind>,
): Promise<WrittenRecord> =>
  transaction(async (tx) => (await reviseAll(tx, actor, kind, [revision]))[0] as WrittenRecord);

/**
 * As `reviseOne`, for what a person may make alike to something else on file.
 * @throws AlikeRecords, beside what `reviseOne` throws
 */
export async function reviseDistinct<Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  { distinctFrom, ...revision }: Revised<RecordInputs[Kind]>,
): Promise<WrittenRecord> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return transaction(async (tx) => {
    const { id, slug, state, version, input } = await findRecord(actor, kind, revision.slug);
    const change = { input: revision.input, stored: { slug, input } };
    // A stale change is a conflict, and a published record read-only, whatever it is like.
    const isAsked = version === revision.basedOn && isEditable(state);
    const others = isAsked ? await requireDistinct(actor, kind, change, distinctFrom) : [];
    const [written] = await reviseAll(tx, actor, kind, [revision]);
    await keepDistinct(tx, actor, kind, id, others);
    return written as WrittenRecord;
  });
}

/**
 * Records something that has no name in the dossier's files yet: its slug is made from `wanted`, with a number behind
 * it while that is taken.
 * @throws Refusal forbidden; Invalid, also when the key came before with another request; AlikeRecords
 */
export async function recordNamed<Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  wanted: string,
  { input, reason, distinctFrom, repeatable }: Recorded<RecordInputs[Kind]>,
): Promise<WrittenRecord> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return transaction(async (tx) => {
    const before = repeatable ? await resultOf(tx, actor, kind, repeatable) : undefined;
    if (before) return before;
    const slug = await freeSlug(tx, kind, wanted);
    const others = await requireDistinct(actor, kind, { input }, distinctFrom);
    const [written] = await recordAll(tx, actor, kind, [{ slug, input, reason }]);
    if (others.length > 0) await keepDistinct(tx, actor, kind, (await findRecord(actor, kind, slug)).id, others);
    if (repeatable) {
      await tx.insert(idempotencyKeys).values({ ...repeatable, personId: actor.id, recordKind: kind, slug });
    }
    return written as WrittenRecord;
  });
}

async function freeSlug(tx: Tx, kind: RecordKind, wanted: string): Promise<string> {
  const stem = slugify(wanted).slice(0, 60).replace(/-+$/, "") || kind.replace("_", "-");
  const table = editorialTableOf(kind);
  // Whoever records the like at the same moment waits, and then sees this name taken.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${stem}`}, 0))`);
  const taken = await tx
    .select({ slug: table.slug })
    .from(table)
    .where(like(table.slug, `${stem}%`));
  const absorbed = await tx
    .select({ slug: merges.absorbedSlug })
    .from(merges)
    .where(and(eq(merges.recordKind, kind), like(merges.absorbedSlug, `${stem}%`)));
  const used = new Set([...RESERVED_SLUGS, ...[...taken, ...absorbed].map((row) => row.slug)]);
  let slug = stem;
  for (let index = 2; used.has(slug); index += 1) slug = `${stem}-${index}`;
  return slug;
}

/** What this key's first request wrote. Its lock makes a twin that is under way wait until the first has committed. */
async function resultOf(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  { key, requestHash }: Repeatable,
): Promise<WrittenRecord | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.id} ${key}`}, 0))`);
  const [row] = await tx
    .select({ slug: idempotencyKeys.slug, kind: idempotencyKeys.recordKind, hash: idempotencyKeys.requestHash })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.personId, actor.id), eq(idempotencyKeys.key, key)));
  if (!row) return undefined;
  if (row.kind !== kind || row.hash !== requestHash) throw new Invalid({ "Idempotency-Key": "validation.keyReused" });
  return { slug: row.slug, version: 1, effect: "recorded" };
}

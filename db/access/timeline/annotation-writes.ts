import { and, eq, isNull, sql } from "drizzle-orm";
import type { AnnotationInput } from "@/lib/records/annotation";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Tx, transaction } from "../../client";
import { annotations } from "../../schema";
import { notifyOfAnnotation } from "../discussion/notices";
import { appendNumberedRevisions } from "../revisions";
import { requireFourEyes } from "../workflow/authorship";
import { type AnnotationRow, annotationContent, annotationSnapshot, shown } from "./annotations";

/** Writes on the timeline, for the desk to see until another editor approves it. @throws Refusal forbidden */
export async function annotate(actor: Actor, input: AnnotationInput): Promise<Written> {
  requirePermission(actor, "annotate the timeline");
  return transaction((tx) => store(tx, actor, input, null));
}

type Written = { readonly id: string; readonly version: number };

async function store(tx: Tx, actor: Actor, input: AnnotationInput, replaces: string | null): Promise<Written> {
  const [made] = await tx
    .insert(annotations)
    .values({ ...stored(input), replaces, createdBy: actor.id, updatedBy: actor.id })
    .returning();
  if (!made) throw new Error("An annotation was not stored.");
  await notifyFollowers(tx, actor, [
    [made, { action: "annotation.record", changed: Object.keys(input), reason: null }],
  ]);
  return { id: made.id, version: made.version };
}

type Revised = AnnotationInput & { readonly id: string; readonly version: number };

/**
 * Changes what waits in its place; of an approved one it makes a change that waits beside it (decision 12).
 * @throws Refusal forbidden, not_found, or conflict when somebody else saved in between or a change waits already
 */
export async function reviseAnnotation(actor: Actor, { id, version, ...input }: Revised): Promise<Written> {
  requirePermission(actor, "annotate the timeline");
  return transaction(async (tx) => {
    const row = await lock(tx, id);
    if (row.version !== version) throw Refusal.conflict(rawInputOf(row), row.version);
    const [before, after] = [stored(annotationContent(row)), stored(input)];
    const changed = (Object.keys(input) as (keyof AnnotationInput)[]).filter((field) =>
      field === "dated" ? before.datedEdtf !== after.datedEdtf : before[field] !== after[field],
    );
    if (changed.length === 0) return { id, version };
    if (row.approvedBy) {
      if (
        (await tx.$count(annotations, and(shown, eq(annotations.replaces, id), isNull(annotations.approvedBy)))) > 0
      )
        throw Refusal.changeWaits();
      return store(tx, actor, input, id);
    }
    const [made] = await tx
      .update(annotations)
      .set({ ...after, version: version + 1, updatedBy: actor.id, updatedAt: new Date().toISOString() })
      .where(eq(annotations.id, id))
      .returning();
    if (!made) throw Refusal.notFound();
    await notifyFollowers(tx, actor, [[made, { action: "annotation.revise", changed, reason: null }]]);
    return { id, version: made.version };
  });
}

/**
 * Puts it before every reader; the one that it changes gives up its place.
 * @throws Refusal forbidden (wrong role, own work), not_found, or conflict when it is not what was read
 */
export async function approveAnnotation(actor: Actor, { id, version }: Written): Promise<void> {
  requirePermission(actor, "approve an annotation");
  await transaction(async (tx) => {
    const row = await lock(tx, id);
    if (row.version !== version || row.approvedBy) throw Refusal.changedSinceRead();
    await requireFourEyes(tx, actor, "annotation", [id], { fourEyes: true });
    const replaced = row.replaces ? await take(tx, row.replaces) : undefined;
    const [made] = await tx
      .update(annotations)
      .set({ approvedBy: actor.id, approvedVersion: version, version: version + 1 })
      .where(eq(annotations.id, id))
      .returning();
    if (!made) throw Refusal.notFound();
    const gaveWay: AnnotationAction[] = replaced
      ? [[replaced, { action: "annotation.replace", changed: ["state"], reason: null }]]
      : [];
    await notifyFollowers(tx, actor, [
      ...gaveWay,
      [made, { action: "annotation.approve", changed: ["approved"], reason: null }],
    ]);
  });
}

type Removal = Written & { readonly reason: string | null };

/**
 * Takes it off the timeline, at once as unpublishing does, of which a reason stays for what readers have seen; its row and
 * its revisions stay. @throws Refusal forbidden, not_found or conflict; Invalid without the reason
 */
export async function removeAnnotation(actor: Actor, { id, version, reason }: Removal): Promise<void> {
  requirePermission(actor, "annotate the timeline");
  await transaction(async (tx) => {
    const row = await lock(tx, id);
    if (row.version !== version) throw Refusal.conflict(rawInputOf(row), row.version);
    if (row.approvedBy && !reason?.trim()) throw new Invalid({ reason: "validation.reasonRequired" });
    const made = await take(tx, id);
    if (made) await notifyFollowers(tx, actor, [[made, { action: "annotation.remove", changed: ["state"], reason }]]);
  });
}

/** Off the timeline; undefined when it was taken off before. */
async function take(tx: Tx, id: string): Promise<AnnotationRow | undefined> {
  const [made] = await tx
    .update(annotations)
    .set({ state: "removed", version: sql`${annotations.version} + 1` })
    .where(and(eq(annotations.id, id), shown))
    .returning();
  return made;
}

async function lock(tx: Tx, id: string): Promise<AnnotationRow> {
  const [row] = await tx
    .select()
    .from(annotations)
    .where(and(eq(annotations.id, id), shown))
    .for("update");
  if (!row) throw Refusal.notFound();
  return row;
}

const stored = ({ dated, ...rest }: AnnotationInput) => ({
  ...rest,
  datedEdtf: dated.edtf,
  datedFrom: dated.from,
  datedTo: dated.to,
});
/** As the form has it. */
const rawInputOf = (row: AnnotationRow) => ({ ...annotationContent(row), dated: row.datedEdtf });

type AnnotationText = { readonly action: string; readonly changed: string[]; readonly reason: string | null };
type AnnotationAction = readonly [AnnotationRow, AnnotationText];

async function notifyFollowers(tx: Tx, actor: Actor, steps: readonly AnnotationAction[]): Promise<void> {
  const seqs = await appendNumberedRevisions(
    tx,
    actor,
    steps.map(([row, stored]) => ({
      recordKind: "annotation",
      recordId: row.id,
      version: row.version,
      snapshot: annotationSnapshot(row),
      ...stored,
    })),
  );
  for (const [index, [{ id }, { action }]] of steps.entries()) {
    const cause = NOTIFYING_ACTIONS[action];
    if (cause) await notifyOfAnnotation(tx, actor, { id, seq: seqs[index] as number }, cause);
  }
}

/** What somebody is notified of; an annotation that gives way to its change is not decided itself. */
const NOTIFYING_ACTIONS: Readonly<Record<string, "proposed" | "decided">> = {
  "annotation.record": "proposed",
  "annotation.approve": "decided",
  "annotation.remove": "decided",
};

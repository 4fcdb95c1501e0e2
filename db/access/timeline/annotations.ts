import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { AnnotationInput } from "@/lib/records/annotation";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { annotations, people, revisions } from "../../schema";
import { notifyOfAnnotation } from "../discussion/notices";
import { choiceCondition } from "../filters/choice-condition";
import { appendNumberedRevisions } from "../revisions";
import { requireFourEyes, wroteContent } from "../workflow/authorship";

/** One installation has as many as people write by hand: a figure takes no more than these. */
const MOST = 500;

export type AnnotationFilter = {
  /** ISO days, inclusive: what overlaps the period. */
  readonly from?: string;
  readonly to?: string;
  /** An annotation of no country concerns every country. */
  readonly country?: FilterChoices;
};

export type Annotation = Awaited<ReturnType<typeof listAnnotations>>[number];

const columnsFor = (actor: Actor) => ({
  id: annotations.id,
  version: annotations.version,
  text: annotations.text,
  language: annotations.language,
  date: sql<FuzzyDate>`json_build_object('edtf', ${annotations.datedEdtf}, 'from', ${annotations.datedFrom}, 'to', ${annotations.datedTo})`,
  country: annotations.country,
  by: people.name,
  at: annotations.updatedAt,
  /** No other editor approved it yet: the desk's alone to see. */
  isWaiting: sql<boolean>`${annotations.approvedBy} is null`,
  /** The approved one whose place it takes when it is approved. */
  replaces: annotations.replaces,
  /** True when this person wrote any of it: four eyes. */
  isOwnWork: sql<boolean>`exists (select 1 from ${revisions} where ${revisions.recordId} = ${annotations.id} and ${wroteContent(actor, "annotation")})`,
});
const shown = eq(annotations.state, "shown");

/** What editors wrote on the timeline, the earliest first: what was approved, and for the desk what waits for that. */
export async function listAnnotations(actor: Actor, { from, to, country }: AnnotationFilter = {}) {
  requirePermission(actor, "read published records");
  const ofCountry = choiceCondition(country, (codes) => inArray(annotations.country, codes));
  return db
    .select(columnsFor(actor))
    .from(annotations)
    .innerJoin(people, eq(people.id, annotations.updatedBy))
    .where(
      and(
        shown,
        may(actor, "read drafts") ? undefined : isNotNull(annotations.approvedBy),
        ofCountry && or(isNull(annotations.country), ofCountry),
        to ? sql`coalesce(${annotations.datedFrom}, '-infinity') <= ${to}::date` : undefined,
        from ? sql`coalesce(${annotations.datedTo}, 'infinity') >= ${from}::date` : undefined,
      ),
    )
    .orderBy(asc(annotations.datedSort), asc(annotations.id))
    .limit(MOST);
}

/** Annotations that wait for another editor, the longest first. */
export async function listWaitingAnnotations(actor: Actor): Promise<Annotation[]> {
  requirePermission(actor, "approve an annotation");
  return db
    .select(columnsFor(actor))
    .from(annotations)
    .innerJoin(people, eq(people.id, annotations.updatedBy))
    .where(and(shown, isNull(annotations.approvedBy)))
    .orderBy(asc(annotations.updatedAt), asc(annotations.id))
    .limit(MOST);
}

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
    const [before, after] = [stored(contentOf(row)), stored(input)];
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
async function take(tx: Tx, id: string): Promise<Row | undefined> {
  const [made] = await tx
    .update(annotations)
    .set({ state: "removed", version: sql`${annotations.version} + 1` })
    .where(and(eq(annotations.id, id), shown))
    .returning();
  return made;
}

type Row = typeof annotations.$inferSelect;

async function lock(tx: Tx, id: string): Promise<Row> {
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
const contentOf = ({ text, language, datedEdtf, datedFrom, datedTo, country }: Row): AnnotationInput => ({
  text,
  language,
  dated: { edtf: datedEdtf ?? "", from: datedFrom, to: datedTo },
  country,
});
/** As the form has it. */
const rawInputOf = (row: Row) => ({ ...contentOf(row), dated: row.datedEdtf });

type AnnotationText = { readonly action: string; readonly changed: string[]; readonly reason: string | null };
type AnnotationAction = readonly [Row, AnnotationText];

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

/** What a revision says of a row; `verify` holds each row against it. One of before approvals says nothing of them. */
export const annotationSnapshot = (row: Row) => ({
  state: row.state,
  ...(row.approvedBy ? { approved: true } : {}),
  ...(row.replaces ? { replaces: row.replaces } : {}),
  ...contentOf(row),
});

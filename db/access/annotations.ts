import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { AnnotationInput } from "@/lib/annotation";
import type { Choices } from "@/lib/filter-field";
import type { FuzzyDate } from "@/lib/fuzzy-date";
import { Refusal } from "@/lib/outcome";
import { demand } from "@/lib/policy";
import { db, type Tx, transaction } from "../client";
import { annotations, people } from "../schema";
import { chosen } from "./choices";
import { appendRevisions } from "./revisions";

/** One installation has as many as people write by hand: a picture takes no more than these. */
const MOST = 500;

export type AnnotationFilter = {
  /** ISO days, inclusive: what overlaps the period. */
  readonly from?: string;
  readonly to?: string;
  /** An annotation of no country concerns every country. */
  readonly country?: Choices;
};

export type Annotation = Awaited<ReturnType<typeof listAnnotations>>[number];

const columns = {
  id: annotations.id,
  version: annotations.version,
  text: annotations.text,
  language: annotations.language,
  date: sql<FuzzyDate>`json_build_object('edtf', ${annotations.datedEdtf}, 'from', ${annotations.datedFrom}, 'to', ${annotations.datedTo})`,
  country: annotations.country,
  by: people.name,
  at: annotations.updatedAt,
};
const shown = eq(annotations.state, "shown");

/** What editors wrote on the timeline, for every reader: the earliest first. */
export async function listAnnotations(actor: Actor, { from, to, country }: AnnotationFilter = {}) {
  demand(actor, "read published records");
  const ofCountry = chosen(country, (codes) => inArray(annotations.country, codes));
  return db
    .select(columns)
    .from(annotations)
    .innerJoin(people, eq(people.id, annotations.updatedBy))
    .where(
      and(
        shown,
        ofCountry && or(isNull(annotations.country), ofCountry),
        to ? sql`coalesce(${annotations.datedFrom}, '-infinity') <= ${to}::date` : undefined,
        from ? sql`coalesce(${annotations.datedTo}, 'infinity') >= ${from}::date` : undefined,
      ),
    )
    .orderBy(asc(annotations.datedSort), asc(annotations.id))
    .limit(MOST);
}

/** Writes on the timeline, at once and for every reader. @throws Refusal forbidden */
export async function annotate(actor: Actor, input: AnnotationInput): Promise<{ id: string; version: number }> {
  demand(actor, "annotate the timeline");
  return transaction(async (tx) => {
    const [made] = await tx
      .insert(annotations)
      .values({ ...stored(input), createdBy: actor.id, updatedBy: actor.id })
      .returning();
    if (!made) throw new Error("An annotation was not stored.");
    await tell(tx, actor, made, { action: "annotation.record", changed: Object.keys(input), reason: null });
    return { id: made.id, version: made.version };
  });
}

type Revised = AnnotationInput & { readonly id: string; readonly version: number };

/** @throws Refusal forbidden, not_found, or conflict when somebody else saved in between */
export async function reviseAnnotation(
  actor: Actor,
  { id, version, ...input }: Revised,
): Promise<{ id: string; version: number }> {
  demand(actor, "annotate the timeline");
  return transaction(async (tx) => {
    const row = await lock(tx, id);
    if (row.version !== version) throw Refusal.conflict(typed(row), row.version);
    const [before, after] = [stored(contentOf(row)), stored(input)];
    const changed = (Object.keys(input) as (keyof AnnotationInput)[]).filter((field) =>
      field === "dated" ? before.datedEdtf !== after.datedEdtf : before[field] !== after[field],
    );
    if (changed.length === 0) return { id, version };
    const [made] = await tx
      .update(annotations)
      .set({ ...after, version: version + 1, updatedBy: actor.id, updatedAt: new Date().toISOString() })
      .where(eq(annotations.id, id))
      .returning();
    if (!made) throw Refusal.notFound();
    await tell(tx, actor, made, { action: "annotation.revise", changed, reason: null });
    return { id, version: made.version };
  });
}

type Removal = { readonly id: string; readonly version: number; readonly reason: string | null };

/** Takes it off the timeline; its row and its revisions stay. @throws Refusal forbidden, not_found or conflict */
export async function removeAnnotation(actor: Actor, { id, version, reason }: Removal): Promise<void> {
  demand(actor, "annotate the timeline");
  await transaction(async (tx) => {
    const row = await lock(tx, id);
    if (row.version !== version) throw Refusal.conflict(typed(row), row.version);
    const [made] = await tx
      .update(annotations)
      .set({ state: "removed", version: version + 1, updatedBy: actor.id, updatedAt: new Date().toISOString() })
      .where(eq(annotations.id, id))
      .returning();
    if (made) await tell(tx, actor, made, { action: "annotation.remove", changed: ["state"], reason });
  });
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
const typed = (row: Row) => ({ ...contentOf(row), dated: row.datedEdtf });

type Said = { readonly action: string; readonly changed: string[]; readonly reason: string | null };

async function tell(tx: Tx, actor: Actor, row: Row, said: Said): Promise<void> {
  const snapshot = { state: row.state, ...contentOf(row) };
  await appendRevisions(tx, actor, [
    { recordKind: "annotation", recordId: row.id, version: row.version, snapshot, ...said },
  ]);
}

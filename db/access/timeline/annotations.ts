import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { AnnotationInput } from "@/lib/records/annotation";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { annotations, people, revisions } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { wroteContent } from "../workflow/authorship";

/** One installation has as many as people write by hand: a figure takes no more than these. */
const MOST = 500;

type AnnotationFilter = {
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
/** What was not taken off the timeline. */
export const shown = eq(annotations.state, "shown");

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

export type AnnotationRow = typeof annotations.$inferSelect;

/** What a row says. */
export const annotationContent = ({
  text,
  language,
  datedEdtf,
  datedFrom,
  datedTo,
  country,
}: AnnotationRow): AnnotationInput => ({
  text,
  language,
  dated: { edtf: datedEdtf ?? "", from: datedFrom, to: datedTo },
  country,
});

/** What a revision says of a row; `verify` holds each row against it. One of before approvals says nothing of them. */
export const annotationSnapshot = (row: AnnotationRow) => ({
  state: row.state,
  ...(row.approvedBy ? { approved: true } : {}),
  ...(row.replaces ? { replaces: row.replaces } : {}),
  ...annotationContent(row),
});

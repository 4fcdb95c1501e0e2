import { inArray, sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { RecordKind, SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { annotations, proposals } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";

type Named = Pick<RecordLine, "slug" | "title" | "language"> & {
  readonly kind: SubjectKind;
  /** The kind of record that it is, or that a proposal changes. */
  readonly record: RecordKind;
};

/** An annotation of the timeline, also one that was taken off it. */
type Written = {
  readonly kind: "annotation";
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly date: FuzzyDate;
};

/** What the notices of a page are about, by id: one query for the records of all kinds, one for the proposals, one for annotations. */
export async function subjectsOf(
  actor: Actor,
  page: readonly { readonly kind: SubjectKind | "annotation"; readonly subjectId: string }[],
): Promise<Map<string, Named | Written>> {
  const proposed = page.filter(({ kind }) => kind === "proposal").map(({ subjectId }) => subjectId);
  const changes =
    proposed.length > 0
      ? await db
          .select({
            id: proposals.id,
            slug: proposals.slug,
            kind: sql<RecordKind>`${proposals.recordKind}`,
            recordId: proposals.recordId,
          })
          .from(proposals)
          .where(inArray(proposals.id, proposed))
      : [];
  const wanted = [
    ...page.flatMap(({ kind, subjectId }) =>
      kind === "proposal" || kind === "annotation" ? [] : [{ kind, id: subjectId }],
    ),
    ...changes.map(({ kind, recordId }) => ({ kind, id: recordId })),
  ];
  const parts = [...new Set(wanted.map(({ kind }) => kind))].map((kind) => ({
    kind,
    where: inArray(editorialTableOf(kind).id, [
      ...new Set(wanted.flatMap((one) => (one.kind === kind ? [one.id] : []))),
    ]),
  }));
  const lines = new Map((await listRecordLines(actor, parts, wanted.length)).map((line) => [line.id, line]));
  const named = ({ slug, title, language, kind }: RecordLine) => ({
    slug,
    title,
    language,
    kind,
    record: kind,
  });
  const about = new Map<string, Named | Written>([...lines].map(([id, line]) => [id, named(line)]));
  for (const { id, slug, recordId } of changes) {
    const line = lines.get(recordId);
    if (line) about.set(id, { ...named(line), kind: "proposal", slug });
  }
  const written = page.filter(({ kind }) => kind === "annotation").map(({ subjectId }) => subjectId);
  for (const one of await annotationsOf(written)) about.set(one.id, one);
  return about;
}

async function annotationsOf(ids: readonly string[]): Promise<Written[]> {
  if (ids.length === 0) return [];
  return db
    .select({
      kind: sql<"annotation">`'annotation'`,
      id: annotations.id,
      title: annotations.text,
      language: annotations.language,
      date: sql<FuzzyDate>`${fuzzyDateColumns(annotations.datedEdtf, annotations.datedFrom, annotations.datedTo)}`,
    })
    .from(annotations)
    .where(inArray(annotations.id, [...ids]));
}

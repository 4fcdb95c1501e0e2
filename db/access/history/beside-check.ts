import { asc, eq } from "drizzle-orm";
import type { HistoryProblem } from "@/lib/history/history-check";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Tx } from "../../client";
import { annotations, proposals, replyEntries, responses, revisions, waivers } from "../../schema";
import { annotationSnapshot } from "../timeline/annotations";

type BesideKind = "proposal" | "waiver" | "reply_entry" | "annotation";
type Written = Pick<
  typeof revisions.$inferSelect,
  "seq" | "recordId" | "version" | "action" | "snapshot" | "reason" | "authorId"
>;
type Fields = Readonly<Record<string, unknown>>;
type Stored = { readonly id: string; readonly slug: string | null; readonly row: Fields };

/** Holds the rows of what the desk does about records against their own revisions: what they say, and whose they are. */
export async function besideProblems(tx: Tx): Promise<HistoryProblem[]> {
  const found: HistoryProblem[] = [];
  for (const kind of Object.keys(READERS) as BesideKind[]) {
    const history = await historyOf(tx, kind);
    for (const { id, slug, row } of await READERS[kind](tx)) {
      const own = history.get(id);
      history.delete(id);
      const about = { recordKind: kind, recordId: id, slug };
      const last = own?.at(-1);
      if (!own || !last) {
        found.push({ ...about, seq: 0, version: 0, problem: "row_unrecorded" });
        continue;
      }
      const expected = EXPECTED[kind](own, last);
      const fields = Object.keys(expected).filter((key) => text(expected[key]) !== text(row[key]));
      const place = { seq: last.seq, version: last.version };
      if (fields.length > 0) found.push({ ...about, ...place, problem: "row_changed", fields });
    }
    for (const [id, own] of history) {
      const last = own.at(-1) as Written;
      // What was erased with its record has lost what it said as well.
      if (isErased(own)) continue;
      found.push({
        ...{ recordKind: kind, recordId: id, slug: null, problem: "row_missing" },
        ...{ seq: last.seq, version: last.version },
      });
    }
  }
  return found;
}

const text = (value: unknown) => canonicalJson(value ?? null);
const isErased = (own: readonly Written[]) => own.every(({ snapshot }) => Object.keys(snapshot).length === 0);

async function historyOf(tx: Tx, kind: BesideKind): Promise<Map<string, Written[]>> {
  const rows = await tx
    .select({
      seq: revisions.seq,
      recordId: revisions.recordId,
      version: revisions.version,
      action: revisions.action,
      snapshot: revisions.snapshot,
      reason: revisions.reason,
      authorId: revisions.authorId,
    })
    .from(revisions)
    .where(eq(revisions.recordKind, kind))
    .orderBy(asc(revisions.recordId), asc(revisions.version));
  const histories = new Map<string, Written[]>();
  for (const row of rows) histories.set(row.recordId, [...(histories.get(row.recordId) ?? []), row]);
  return histories;
}

const authorOf = (own: readonly Written[], actions: RegExp) =>
  own.findLast(({ action }) => actions.test(action))?.authorId ?? null;

/** What a row has to say by its revisions. */
const EXPECTED: Record<BesideKind, (own: readonly Written[], last: Written) => Fields> = {
  proposal: (own, { snapshot, version }) => {
    const { record, absorbs, undoes, ...content } = snapshot as Fields & { record?: { kind: string; id: string } };
    return {
      ...content,
      ...{ recordKind: record?.kind, recordId: record?.id, absorbsId: absorbs, undoesId: undoes, version },
      createdBy: own[0]?.authorId,
      updatedBy: authorOf(own, /[.](open|revise)$/),
      decidedBy: authorOf(own, /[.](approve|reject)$/),
    };
  },
  waiver: (own, { snapshot }) => {
    const { kind, id } = (snapshot.record ?? {}) as Record<string, unknown>;
    return {
      ...{ recordKind: kind, recordId: id, stands: snapshot.stands },
      ...{ reason: own[0]?.reason, grantedBy: own[0]?.authorId, endedBy: own[1]?.authorId },
    };
  },
  reply_entry: (own, { snapshot }) => {
    const { record, ...content } = snapshot as Fields & { record?: { id: string } };
    return { ...content, requestId: record?.id, authorId: own[0]?.authorId };
  },
  annotation: (own, { snapshot, version }) => ({
    ...{ approved: null, replaces: null, ...snapshot },
    version,
    createdBy: own[0]?.authorId,
    updatedBy: authorOf(own, /[.](record|revise)$/),
    approvedBy: authorOf(own, /[.]approve$/),
  }),
};

const READERS: Record<BesideKind, (tx: Tx) => Promise<Stored[]>> = {
  proposal: async (tx) => (await tx.select().from(proposals)).map((row) => ({ id: row.id, slug: row.slug, row })),
  waiver: async (tx) =>
    (await tx.select().from(waivers)).map((row) => ({
      id: row.id,
      slug: null,
      row: { ...row, stands: row.endedAt === null },
    })),
  reply_entry: async (tx) => {
    const rows = await tx
      .select({ entry: replyEntries, response: responses.slug })
      .from(replyEntries)
      .leftJoin(responses, eq(responses.id, replyEntries.responseId));
    return rows.map(({ entry, response }) => ({ id: entry.id, slug: null, row: { ...entry, response } }));
  },
  annotation: async (tx) =>
    (await tx.select().from(annotations)).map((row) => ({
      id: row.id,
      slug: null,
      row: { ...annotationSnapshot(row), ...whoseAnnotation(row) },
    })),
};

const whoseAnnotation = ({ version, createdBy, updatedBy, approvedBy }: typeof annotations.$inferSelect) => ({
  ...{ version, createdBy, updatedBy, approvedBy },
});

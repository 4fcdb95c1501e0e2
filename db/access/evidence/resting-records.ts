import {
  and,
  asc,
  eq,
  exists,
  inArray,
  isNotNull,
  ne,
  notInArray,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { isPublic, RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimEvidence, claims, evidence } from "../../schema";
import { cachedAtRevision } from "../figures/result-cache";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { TAKEN_BACK } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { BASIS, type Basis } from "../workflow/gate-basis";
import { type LeftOf, leftWithout } from "./left-of-records";

/** Of what rests on an item so many are read, those first that nobody touched for longest. */
const MOST = 100;

/** A record that rests on an item, and what is left of its ground without it. */
export type RestingRecord = RecordLine & LeftOf;
type Resting = {
  readonly records: readonly RestingRecord[] /** There are more than were read. */;
  readonly isMore: boolean;
};

/** The stances that an assessment is made of: who mentions a claim is no ground of it. */
const bears = inArray(claimEvidence.stance, ["supports", "contradicts"]);

/** Constants, as the index of them has them. */
const against = (column: SQLWrapper): SQL => sql`${column} in ('contradicts', 'retracts')`;

const basesOf = (kind: RecordKind): readonly Basis[] => BASIS[kind].filter((basis) => basis.kind === "evidence");
const RESTING_KINDS = RECORD_KINDS.filter((kind) => basesOf(kind).length > 0);

/** The records of a kind that rest on any of these items, while somebody still stands by them. */
function restsOn(kind: RecordKind, items: SQL): SQL | undefined {
  const { id, state } = editorialTableOf(kind);
  const ids = basesOf(kind).map(({ names, link }) =>
    link
      ? sql`${id} in (select ${link.owner} from ${link.table} where ${and(sql`${names} in ${items}`, link.table === claimEvidence ? bears : undefined)})`
      : sql`${names} in ${items}`,
  );
  return and(sql`(${sql.join(ids, sql` or `)})`, notInArray(state, [...TAKEN_BACK]));
}

async function readResting(actor: Actor, items: SQL, gone: SQL): Promise<Resting> {
  const parts = RESTING_KINDS.map((kind) => ({ kind, where: restsOn(kind, items) }));
  const lines = await listRecordLines(actor, parts, MOST + 1);
  const left = await leftWithout(actor, lines.slice(0, MOST), gone);
  const records = lines.slice(0, MOST).flatMap((line) => {
    const of = left.get(line.id);
    return of ? [{ ...line, ...of }] : [];
  });
  return { records, isMore: lines.length > MOST };
}

const retracted = eq(evidence.state, "retracted");
const idsWhere = (where: SQL | undefined): SQL => sql`(select ${evidence.id} from ${evidence} where ${where})`;

/** Where an item supports a claim that another one, which stands, contradicts. */
type Contradiction = {
  readonly claim: { readonly slug: string; readonly proposition: string };
  readonly by: { readonly slug: string; readonly title: string; readonly language: string | null };
};

export type ItemDoubt = Resting & {
  readonly isRetracted: boolean;
  readonly contradictions: readonly Contradiction[];
  /** Figures that readers have and that count some of these records, with how many. */
  readonly figures: Readonly<Record<RestingFigure, number>>;
};

/**
 * What rests on an item that was retracted, or that another one contradicts, with what is left of each record without it
 * and without any other item that was retracted.
 * @returns null for an item that stands
 * @throws Refusal forbidden or not_found
 */
export async function readItemInDoubt(actor: Actor, slug: string): Promise<ItemDoubt | null> {
  requirePermission(actor, "read drafts");
  const [item] = await db
    .select({ id: evidence.id, state: evidence.state })
    .from(evidence)
    .where(and(eq(evidence.slug, slug), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  const isRetracted = item.state === "retracted";
  const contradictions = await listContradictions(actor, item.id);
  if (!isRetracted && contradictions.length === 0) return null;
  const resting = await readResting(
    actor,
    sql`(${item.id}::uuid)`,
    sql`(${evidence.id} = ${item.id} or ${retracted})`,
  );
  return { isRetracted, contradictions, ...resting, figures: await countFigures(resting.records) };
}

async function listContradictions(actor: Actor, item: string): Promise<Contradiction[]> {
  const other = alias(claimEvidence, "other");
  return db
    .select({
      claim: { slug: claims.slug, proposition: claims.proposition },
      by: { slug: evidence.slug, title: evidence.title, language: evidence.language },
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .innerJoin(other, and(eq(other.claimId, claimEvidence.claimId), against(other.stance)))
    .innerJoin(
      evidence,
      and(eq(evidence.id, other.evidenceId), visibleTo(actor, evidence), ne(evidence.state, "retracted")),
    )
    .where(and(eq(claimEvidence.evidenceId, item), eq(claimEvidence.stance, "supports")))
    .orderBy(asc(claims.slug), asc(evidence.slug))
    .limit(MOST);
}

type RestingFigure = "claimed" | "status" | "responses";

/** Of what readers have: claims with a number, stations whose status would be another, official responses. */
async function countFigures(records: readonly RestingRecord[]): Promise<Record<RestingFigure, number>> {
  const out = records.filter(({ state }) => isPublic(state));
  const claimIds = out.flatMap(({ kind, id }) => (kind === "claim" ? [id] : []));
  const numbers = claimIds.length
    ? await db.$count(claims, and(inArray(claims.id, claimIds), isNotNull(claims.valueNumber)))
    : 0;
  const stations = out.flatMap(({ kind, on, word }) =>
    kind === "status_report" && word?.now !== word?.after ? [on] : [],
  );
  return {
    claimed: numbers,
    status: new Set(stations).size,
    responses: out.filter(({ kind }) => kind === "response").length,
  };
}

export type DoubtWork = {
  /** What rests on items that were retracted; each says on which. */
  readonly onRetracted: Resting;
  /** Claims that an item contradicts, and whose assessment does not say so. */
  readonly contradicted: readonly RecordLine[];
};

/** What somebody of the desk has to look at again, since an item that it rests on was retracted or contradicted. */
export async function listWorkInDoubt(actor: Actor): Promise<DoubtWork> {
  requirePermission(actor, "read drafts");
  const { onRetracted, contradicted } = await cachedAtRevision(
    actor,
    "work in doubt",
    dashboardFilter.absent,
    findWorkInDoubt,
  );
  return { onRetracted, contradicted };
}

async function findWorkInDoubt(actor: Actor): Promise<DoubtWork> {
  const contradicting = db
    .select({ one: claimEvidence.claimId })
    .from(claimEvidence)
    .innerJoin(
      evidence,
      and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence), ne(evidence.state, "retracted")),
    )
    .where(and(eq(claimEvidence.claimId, claims.id), against(claimEvidence.stance)));
  const assessedOtherwise = and(
    notInArray(claims.assessment, ["contested", "refuted", "withdrawn"]),
    notInArray(claims.state, [...TAKEN_BACK]),
    exists(contradicting),
  );
  const [onRetracted, contradicted] = await Promise.all([
    readResting(actor, idsWhere(and(retracted, visibleTo(actor, evidence))), retracted),
    listRecordLines(actor, [{ kind: "claim", where: assessedOtherwise }], MOST),
  ]);
  return { onRetracted, contradicted };
}

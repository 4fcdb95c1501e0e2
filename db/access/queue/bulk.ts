import { and, inArray } from "drizzle-orm";
import {
  isPublic,
  PUBLIC_STATES,
  type RecordKind,
  type RecordState,
  type SubjectKind,
} from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { flatFields, rawInput } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import {
  BULK_LIMIT,
  type BulkChange,
  type BulkExclusion,
  type BulkFacet,
  type BulkTarget,
  bulkExclusion,
  bulkFacetOf,
  isBulkFacet,
  publishedExclusion,
} from "@/lib/workflow/bulk";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction, Unavailable } from "../../client";
import { reviseOne } from "../record-one";
import { listRecordLines } from "../records/record-lines";
import { findRecord } from "../records/record-snapshot";
import { latestSnapshots } from "../revisions";
import { editorialTableOf } from "../tables";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { planWorkIn } from "./assignments";
import { listQueue } from "./queue";
import type { QueueFilter } from "./queue-conditions";

type BulkRow = {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly slug: string;
  readonly title: string;
  readonly state: RecordState;
  readonly version: number;
};

export type BulkPreview = {
  readonly rows: readonly {
    readonly item: BulkRow;
    readonly now: string | null;
    readonly why: BulkExclusion | null;
    /** It is published: the change is proposed. */
    readonly isProposed: boolean;
  }[];
  /** How many the filter finds; more than `rows` when there are too many for one go. */
  readonly total: number;
};

/**
 * What a change would do to each item that waits and that is named or found, and to which nothing, and why. What is named and
 * published is among them.
 */
export async function previewBulk(
  actor: Actor,
  source: QueueFilter,
  change: BulkChange | null,
): Promise<BulkPreview> {
  requirePermission(actor, "take on work");
  const [{ items, total }, published] = await Promise.all([
    listQueue(actor, source, { limit: BULK_LIMIT }),
    listPublished(actor, source.named ?? []),
  ]);
  const values = await valuesOf([...items, ...published], change);
  const rowOf = (item: BulkRow, why: BulkExclusion | null, isProposed: boolean) => {
    const value = values.get(item.id);
    return { item, now: value === undefined || value === null ? null : String(value), why, isProposed };
  };
  const rows = [
    ...items.map((item) =>
      rowOf(item, change && bulkExclusion(actor, change, { ...item, value: values.get(item.id) }), false),
    ),
    ...published.map((item) =>
      rowOf(item, change && publishedExclusion(change, { ...item, value: values.get(item.id) }), true),
    ),
  ];
  return { rows, total: total + published.length };
}

function listPublished(actor: Actor, named: NonNullable<QueueFilter["named"]>) {
  const records = named.filter((one): one is { kind: RecordKind; slug: string } => one.kind !== "proposal");
  const parts = [...new Set(records.map(({ kind }) => kind))].map((kind) => {
    const slugs = records.filter((one) => one.kind === kind).map(({ slug }) => slug);
    const table = editorialTableOf(kind);
    return { kind, where: and(inArray(table.slug, slugs), inArray(table.state, [...PUBLIC_STATES])) };
  });
  return listRecordLines(actor, parts, BULK_LIMIT);
}

async function valuesOf(items: readonly BulkRow[], change: BulkChange | null): Promise<Map<string, unknown>> {
  if (!change || !isBulkFacet(change.deed)) return new Map();
  const { kind, field } = bulkFacetOf(change.deed);
  const ids = items.filter((item) => item.kind === kind).map(({ id }) => id);
  const snapshots = await latestSnapshots(db, kind, ids);
  return new Map([...snapshots].map(([id, snapshot]) => [id, snapshot[field]]));
}

export type BulkResult = {
  readonly kind: SubjectKind;
  readonly slug: string;
  /** Null: it was done. */
  readonly failure: Refusal | Invalid | Unavailable | null;
  /** Of a published record: the proposal that was made of it. */
  readonly proposal: string | null;
};

/**
 * Changes each of them, for itself: what one refuses keeps no other from being changed. A version that is not the one
 * that the preview showed is refused. On a published record the change is proposed.
 * @throws Refusal forbidden, when this person may change none of them
 */
export async function runBulk(
  actor: Actor,
  targets: readonly BulkTarget[],
  change: BulkChange,
  reason: string | null,
): Promise<BulkResult[]> {
  requirePermission(actor, "take on work");
  const results: BulkResult[] = [];
  for (const one of targets.slice(0, BULK_LIMIT)) {
    results.push({
      kind: one.kind,
      slug: one.slug,
      ...(await resultOf(() => changeOne(actor, one, change, reason))),
    });
  }
  return results;
}

async function resultOf(work: () => Promise<string | null>): Promise<Pick<BulkResult, "failure" | "proposal">> {
  try {
    return { failure: null, proposal: await work() };
  } catch (error) {
    if (error instanceof Refusal || error instanceof Invalid || error instanceof Unavailable)
      return { failure: error, proposal: null };
    throw error;
  }
}

/** @returns the slug of the proposal that was made, if one was */
async function changeOne(
  actor: Actor,
  target: BulkTarget,
  change: BulkChange,
  reason: string | null,
): Promise<string | null> {
  const { kind, slug, basedOn } = target;
  if (change.deed === "assign") {
    await transaction((tx) => planWorkIn(tx, actor, { kind, slug }, { assignee: change.assignee }));
  } else if (change.deed === "tag") {
    await transaction(async (tx) => {
      const { tags } = await planWorkIn(tx, actor, { kind, slug }, {});
      return planWorkIn(tx, actor, { kind, slug }, { tags: [...new Set([...tags, ...change.tags])].sort() });
    });
  } else if (change.deed !== "submit" && change.deed !== "trash") {
    return setField(actor, target, change, reason);
  } else if (kind !== "proposal") {
    await transitionRecord(actor, kind, slug, change.deed, { reason, basedOn });
  } else {
    if (change.deed === "trash") throw new Invalid({ do: "validation.choice" });
    await transitionProposal(actor, slug, change.deed, { reason, basedOn });
  }
  return null;
}

async function setField(
  actor: Actor,
  { kind, slug, basedOn }: BulkTarget,
  change: Extract<BulkChange, { deed: BulkFacet }>,
  reason: string | null,
): Promise<string | null> {
  const { kind: own, field } = bulkFacetOf(change.deed);
  if (kind !== own) throw new Invalid({ do: "validation.choice" });
  const { input, state, version } = await findRecord(actor, own, slug);
  const raw = { ...rawInput(input), [field]: change.value };
  const parsed = RECORD_INPUTS[own].safeParse(raw);
  if (!parsed.success) throw new Invalid({ value: "validation.invalid" });
  if (!isPublic(state)) {
    await reviseOne(actor, own, { slug, basedOn, input: parsed.data as never, reason });
    return null;
  }
  if (version !== basedOn) throw Refusal.changedSinceRead();
  const opened = await openProposal(actor, own, slug, {
    basedOn,
    typed: flatFields(raw),
    reason,
    correctionNote: null,
  });
  return opened.slug;
}

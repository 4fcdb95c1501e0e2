import type { SubjectKind } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { rawInput } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import {
  BULK_LIMIT,
  type BulkChange,
  type BulkExclusion,
  type BulkTarget,
  bulkExclusion,
  bulkFacetOf,
  isBulkFacet,
} from "@/lib/workflow/bulk";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction, Unavailable } from "../../client";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { latestSnapshots } from "../revisions";
import { transitionProposal } from "../workflow/proposal-transitions";
import { transitionRecord } from "../workflow/transitions";
import { planWorkIn } from "./assignments";
import { listQueue, type QueueItem } from "./queue";
import type { QueueFilter } from "./queue-conditions";

export type BulkPreview = {
  readonly rows: readonly {
    readonly item: QueueItem;
    readonly now: string | null;
    readonly why: BulkExclusion | null;
  }[];
  /** How many the filter finds; more than `rows` when there are too many for one go. */
  readonly total: number;
};

/** What a change would do to each item that waits and that is named or found, and to which nothing, and why. */
export async function previewBulk(
  actor: Actor,
  source: QueueFilter,
  change: BulkChange | null,
): Promise<BulkPreview> {
  requirePermission(actor, "take on work");
  const { items, total } = await listQueue(actor, source, { limit: BULK_LIMIT });
  const values = await valuesOf(items, change);
  const rows = items.map((item) => {
    const value = values.get(item.id);
    const now = value === undefined || value === null ? null : String(value);
    return { item, now, why: change && bulkExclusion(actor, change, { ...item, value }) };
  });
  return { rows, total };
}

async function valuesOf(items: readonly QueueItem[], change: BulkChange | null): Promise<Map<string, unknown>> {
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
};

/**
 * Changes each of them, for itself: what one refuses keeps no other from being changed. A version that is not the one
 * that the preview showed is refused.
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
      failure: await failureOf(() => changeOne(actor, one, change, reason)),
    });
  }
  return results;
}

async function failureOf(work: () => Promise<unknown>): Promise<BulkResult["failure"]> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Invalid || error instanceof Unavailable) return error;
    throw error;
  }
}

async function changeOne(
  actor: Actor,
  { kind, slug, basedOn }: BulkTarget,
  change: BulkChange,
  reason: string | null,
): Promise<unknown> {
  if (change.deed === "assign") {
    return transaction((tx) => planWorkIn(tx, actor, { kind, slug }, { assignee: change.assignee }));
  }
  if (change.deed === "tag") {
    return transaction(async (tx) => {
      const { tags } = await planWorkIn(tx, actor, { kind, slug }, {});
      return planWorkIn(tx, actor, { kind, slug }, { tags: [...new Set([...tags, ...change.tags])].sort() });
    });
  }
  if (change.deed === "submit" || change.deed === "trash") {
    if (kind !== "proposal") return transitionRecord(actor, kind, slug, change.deed, { reason, basedOn });
    if (change.deed === "trash") throw new Invalid({ do: "validation.choice" });
    return transitionProposal(actor, slug, change.deed, { reason, basedOn });
  }
  const { kind: own, field } = bulkFacetOf(change.deed);
  if (kind !== own) throw new Invalid({ do: "validation.choice" });
  const { input } = await findRecord(actor, own, slug);
  const parsed = RECORD_INPUTS[own].safeParse({ ...rawInput(input), [field]: change.value });
  if (!parsed.success) throw new Invalid({ value: "validation.invalid" });
  return reviseOne(actor, own, { slug, basedOn, input: parsed.data as never, reason });
}

import type { EvidenceCursor, EvidenceSort } from "@/lib/filters/evidence-filter";
import type { EvidenceInput } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { preservingNew } from "../captures/captures";
import { MOST_FOUND } from "../reading/list-totals";
import { type Recorded, type Revised, recordNamedIn, reviseDistinct, untilNameIsFree } from "../record-one";
import type { WrittenRecord } from "../records";
import { appendRevisions } from "../revisions";
import type { EvidenceNarrowing } from "./evidence-conditions";
import { isAskedAlone, readEvidencePage } from "./evidence-page";
import { readUnread } from "./unread";

export type EvidenceFilter = EvidenceNarrowing & {
  readonly sort?: EvidenceSort;
  /** The `next` of the page before. */
  readonly after?: EvidenceCursor | null;
  readonly limit?: number;
};

export type EvidenceItem = Awaited<ReturnType<typeof listEvidence>>["items"][number];

/**
 * A page of the feed with the number of items on all pages: exact but for a question that finds very many, of which there are
 * more than `total` where it `isLeast`. Items of unknown date come last when sorted by newest.
 */
export async function listEvidence(
  actor: Actor,
  { sort = "newest", after, limit = 25, ...narrowing }: EvidenceFilter,
) {
  requirePermission(actor, "read published records");
  const { rows, total } = await readEvidencePage(actor, narrowing, { sort, after, limit: readLimit(limit) });
  const isLeast = isAskedAlone(narrowing) && total > MOST_FOUND;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const unread = await readUnread(
    actor,
    page.map(({ id }) => id),
  );
  return {
    items: page.map(({ at: _at, ...item }) => ({ ...item, unread: unread.get(item.id) ?? null })),
    total: isLeast ? MOST_FOUND : total,
    isLeast,
    next: last ? ({ at: last.at, id: last.id } satisfies EvidenceCursor) : null,
  };
}

/** A few limits for all pages, since each is a statement of its own; of a row more is told that there is one. */
const readLimit = (limit: number) => ([25, 50, 100].find((known) => known >= limit) ?? limit) + 1;

/** A new draft; its slug is made of its title. */
export async function recordEvidence(actor: Actor, recorded: Recorded<EvidenceInput>): Promise<WrittenRecord> {
  requirePermission(actor, "record evidence");
  const append = preservingNew(appendRevisions);
  return untilNameIsFree((tx) => recordNamedIn(tx, actor, "evidence", recorded.input.title, recorded, append));
}

/** @throws Refusal not_found, conflict with the stored version, or forbidden for what is published */
export async function reviseEvidence(actor: Actor, revision: Revised<EvidenceInput>): Promise<WrittenRecord> {
  return reviseDistinct(actor, "evidence", revision);
}

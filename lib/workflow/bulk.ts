import { z } from "zod";
import { type RecordKind, SUBJECT_KINDS, type SubjectKind } from "../records/editorial";
import { EVENT_KINDS } from "../records/event";
import { CREDIBILITIES, EVIDENCE_KINDS, SHARINGS } from "../records/evidence";
import { language } from "../records/input";
import { slug } from "../records/slug";
import { STATION_KINDS } from "../records/station";
import type { Role } from "./actor";
import { tags as tagList } from "./assignment";
import { may } from "./policy";
import { queueTransitions } from "./queue-transitions";
import type { WaitingState } from "./waiting-states";
import { isEditable } from "./workflow";

const SUBJECT = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/);

/** As many as one bulk action takes. */
export const BULK_LIMIT = 500;

/** The fields that can be set for many records at once, and what they take; null: free text. */
export const BULK_FACETS = {
  "evidence.kind": EVIDENCE_KINDS,
  "evidence.language": null,
  "evidence.credibility": CREDIBILITIES,
  "evidence.sharing": SHARINGS,
  "station.kind": STATION_KINDS,
  "event.kind": EVENT_KINDS,
  "claim.subject": null,
} as const satisfies Record<string, readonly string[] | null>;
export type BulkFacet = keyof typeof BULK_FACETS;

export const BULK_ACTIONS = [
  "assign",
  "tag",
  "submit",
  "trash",
  ...(Object.keys(BULK_FACETS) as [BulkFacet, ...BulkFacet[]]),
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const isBulkFacet = (bulkAction: BulkAction): bulkAction is BulkFacet => bulkAction in BULK_FACETS;
export const bulkActionNeedsValue = (bulkAction: BulkAction) => bulkAction !== "submit" && bulkAction !== "trash";

/** "evidence.kind" → the kind of record that has the field, and the field. */
export const bulkFacetOf = (facet: BulkFacet) => {
  const [kind, field] = facet.split(".") as [RecordKind, string];
  return { kind, field };
};

export type BulkChange =
  | { readonly deed: "assign"; readonly assignee: string | null }
  | { readonly deed: "tag"; readonly tags: readonly string[] }
  | { readonly deed: "submit" }
  | { readonly deed: "trash" }
  | { readonly deed: BulkFacet; readonly value: string };

/** What is asked for, once it is complete; null while it is not, or when the value is none that the field takes. */
export function readBulkChange(bulkAction: string | undefined, value: string | undefined): BulkChange | null {
  const known = BULK_ACTIONS.find((one) => one === bulkAction);
  if (!known) return null;
  if (known === "submit" || known === "trash") return { deed: known };
  if (value === undefined) return null;
  if (known === "assign") {
    if (value === "") return { deed: known, assignee: null };
    return z.uuid().safeParse(value).success ? { deed: known, assignee: value } : null;
  }
  if (known === "tag") {
    const read = tagList.safeParse(value);
    return read.success && read.data.length > 0 ? { deed: known, tags: read.data } : null;
  }
  const values: readonly string[] | null = BULK_FACETS[known];
  const free = known === "claim.subject" ? SUBJECT : language;
  const fits = values ? values.includes(value) : free.safeParse(value).success;
  return fits ? { deed: known, value } : null;
}

type BulkItem = {
  readonly kind: SubjectKind;
  readonly state: WaitingState;
  readonly isOwnWork: boolean;
  readonly assignee: { readonly id: string; readonly isDisabled: boolean } | null;
  readonly tags: readonly string[];
  /** What the field says now, where the change is of a field. */
  readonly value?: unknown;
};

/** Why an item would not be changed; a key of the `bulk.why` catalogue. */
export type BulkExclusion =
  | "otherKind"
  | "wrongState"
  | "notYours"
  | "inOtherHands"
  | "same"
  | "proposal"
  | "notWaiting";

/** What would happen to an item: null when it would change. The write decides anew. */
export function bulkExclusion(
  me: { readonly id: string; readonly role: Role },
  change: BulkChange,
  item: BulkItem,
): BulkExclusion | null {
  if (change.deed === "assign") {
    const now = item.assignee?.id ?? null;
    if (now === change.assignee) return "same";
    if (may(me, "plan the work of others")) return null;
    if (change.assignee === me.id) return now === null || item.assignee?.isDisabled ? null : "inOtherHands";
    return change.assignee === null && now === me.id ? null : "notYours";
  }
  if (change.deed === "tag") return change.tags.every((tag) => item.tags.includes(tag)) ? "same" : null;
  if (change.deed === "submit" || change.deed === "trash") {
    return queueTransitions(me.role, item).includes(change.deed) ? null : "wrongState";
  }
  if (item.kind === "proposal") return "proposal";
  if (item.kind !== bulkFacetOf(change.deed).kind) return "otherKind";
  if (!isEditable(item.state)) return "wrongState";
  return String(item.value ?? "") === change.value ? "same" : null;
}

/** The same of a published record, of which a change is proposed, and which waits for nobody. */
export function publishedExclusion(
  change: BulkChange,
  { kind, value }: { readonly kind: RecordKind; readonly value?: unknown },
): BulkExclusion | null {
  if (!isBulkFacet(change.deed)) return "notWaiting";
  if (kind !== bulkFacetOf(change.deed).kind) return "otherKind";
  return String(value ?? "") === (change as { value: string }).value ? "same" : null;
}

/** Which version of which item: "event:evt-03:2". */
const FORM = /^([a-z_]+):([a-z0-9-]+):(\d{1,9})$/;
export const bulkTarget = z.string().transform((text, context) => {
  const [, kind, name, basedOn] = FORM.exec(text) ?? [];
  const read = z
    .object({ kind: z.enum(SUBJECT_KINDS), slug, basedOn: z.coerce.number().int() })
    .safeParse({ kind, slug: name, basedOn });
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "validation.invalid" });
  return z.NEVER;
});
export type BulkTarget = z.output<typeof bulkTarget>;

/** Which item: "event:evt-03"; what can't be read is none. */
export const readBulkItems = (texts: readonly string[]): { kind: SubjectKind; slug: string }[] =>
  texts.slice(0, BULK_LIMIT).flatMap((text) => {
    const read = bulkTarget.safeParse(`${text}:1`);
    return read.success ? [{ kind: read.data.kind, slug: read.data.slug }] : [];
  });

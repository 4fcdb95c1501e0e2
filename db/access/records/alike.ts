import { and, not } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import {
  type AlikeContent,
  type AlikeKind,
  type AlikeRecord,
  canBeAlike,
  LIKENESSES,
  likenessesOf,
  likenessKeys,
} from "@/lib/records/likeness";
import type { Actor } from "@/lib/workflow/actor";
import { AlikeRecords } from "@/lib/workflow/outcome";
import { requirePermission } from "@/lib/workflow/require-permission";
import type { Tx } from "../../client";
import { latestSnapshots } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { type Candidate, listCandidates, listVisibleCandidates } from "./alike-candidates";
import { inParts, isOneOf } from "./bulk-rows";
import { keepDistinct } from "./distinct";

const MOST_SHOWN = 5;

type Found = AlikeRecord & { readonly id: string };

async function findAlike<Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  content: AlikeContent[Kind],
  slug: string | null,
): Promise<Found[]> {
  const keys = likenessKeys(kind, content);
  if (keys.length === 0) return [];
  return alikeAmong(kind, content, await listVisibleCandidates(actor, kind, keys, slug));
}

function alikeAmong<Kind extends AlikeKind>(
  kind: Kind,
  content: AlikeContent[Kind],
  rows: readonly Candidate<Kind>[],
): Found[] {
  const found = rows.map((row) => ({ row, likenesses: likenessesOf(kind, content, row) }));
  const surest = ({ likenesses }: Pick<Found, "likenesses">) => LIKENESSES.indexOf(likenesses[0] ?? "place");
  return found
    .filter(({ likenesses }) => likenesses.length > 0)
    .map(({ row, likenesses }) => ({ kind, id: row.id, slug: row.slug, title: row.title, likenesses }))
    .sort((one, two) => surest(one) - surest(two) || (one.slug < two.slug ? -1 : 1));
}

const withoutId = ({ id: _id, ...record }: Found): AlikeRecord => record;

/**
 * What is on file and may be what somebody is about to record, or to make of the record of `slug`, as far as they may see
 * it; the likeliest first, at most five. What was said to be another is left out.
 */
export async function listAlike<Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  content: AlikeContent[Kind],
  slug: string | null = null,
): Promise<AlikeRecord[]> {
  requirePermission(actor, "read published records");
  return (await findAlike(actor, kind, content, slug)).slice(0, MOST_SHOWN).map(withoutId);
}

/** So many are looked for at once: a statement finds a limited number of candidates. */
const ASKED_AT_ONCE = 100;

/**
 * For each of these new records, by its slug, what is on file beside them all and may be the same; a statement for many.
 * @param beside slugs of what is on file and comes from where they come from: it is none of what is asked for
 */
export async function listAlikeBeside<Kind extends AlikeKind>(
  actor: Actor,
  kind: Kind,
  added: ReadonlyMap<string, AlikeContent[Kind]>,
  beside: readonly string[],
): Promise<Map<string, AlikeRecord[]>> {
  requirePermission(actor, "read published records");
  const table = editorialTableOf(kind);
  const where = and(visibleTo(actor, table), not(isOneOf(table.slug, beside)));
  const found = new Map<string, AlikeRecord[]>();
  for (const part of inParts([...added], ASKED_AT_ONCE)) {
    const keyed = part.map(([slug, content]) => ({ slug, content, keys: likenessKeys(kind, content) }));
    const keys = [...new Set(keyed.flatMap((one) => one.keys))];
    if (keys.length === 0) continue;
    const rows = await listCandidates(kind, keys, where);
    const byKey = new Map<string, Candidate<Kind>[]>();
    for (const row of rows) {
      for (const key of likenessKeys(kind, row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    for (const one of keyed) {
      const near = new Set(one.keys.flatMap((key) => byKey.get(key) ?? []));
      const alike = alikeAmong(kind, one.content, [...near]).map(withoutId);
      if (alike.length > 0) found.set(one.slug, alike);
    }
  }
  return found;
}

type WrittenContent = {
  /** An input of the kind. */
  readonly input: object;
  /** Of a record that is on file: its slug, and what it says so far. What it is like already asks nothing. */
  readonly stored?: { readonly slug: string; readonly input: object };
};

/**
 * The ids of the records alike that are `distinctFrom`, by their slugs, what is written.
 * @throws AlikeRecords naming those that may be the same and were not said to be others
 */
export async function requireDistinct(
  actor: Actor,
  kind: RecordKind,
  { input, stored }: WrittenContent,
  distinctFrom: readonly string[] = [],
): Promise<string[]> {
  if (!canBeAlike(kind)) return [];
  const alikeTo = (content: object, slug: string | null) =>
    findAlike(actor, kind, content as AlikeContent[AlikeKind], slug);
  const found = await alikeTo(input, stored?.slug ?? null);
  if (found.length === 0) return [];
  const before = stored ? await alikeTo(stored.input, stored.slug) : [];
  const said = found.filter(({ slug }) => distinctFrom.includes(slug));
  const asked = found.filter((one) => !said.includes(one) && !before.some(({ id }) => id === one.id));
  if (asked.length > 0) throw new AlikeRecords(asked.slice(0, MOST_SHOWN).map(withoutId));
  return said.map(({ id }) => id);
}

/**
 * The same for a change to a record that is written elsewhere, a proposal say, and keeps what is said.
 * @param input null while it is not complete
 */
export async function settleDistinct(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  { id, slug }: { readonly id: string; readonly slug: string },
  input: object | null,
  distinctFrom: readonly string[],
): Promise<void> {
  if (!input) return;
  const stored = (await latestSnapshots(tx, kind, [id])).get(id) ?? {};
  const others = await requireDistinct(actor, kind, { input, stored: { slug, input: stored } }, distinctFrom);
  await keepDistinct(tx, actor, kind, id, others);
}

import { and, asc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { StanceInput } from "@/lib/records/claim";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import {
  alikeTexts,
  attachments,
  claimEvidence,
  claims,
  evidence,
  notCopies,
  organizations,
  people,
} from "../../schema";
import { type LinkWritten, linkToClaim } from "../claims/claim-links";
import { openableTo } from "../files/openable";
import { fuzzyDateColumns } from "../fuzzy";
import { goneRows, keepRows } from "../history/kept-rows";
import { notCopyId } from "../history/kept-tables";
import { absorbedInto, survivorOf } from "../merges/redirects";
import { appendRevisions } from "../revisions";
import { visibleTo } from "../visibility";
import { gathering } from "./file-evidence";

/** As many as an item's page names, those that share most first. */
const MOST = 10;

const own = alias(attachments, "own");
const other = alias(attachments, "other");
const publisher = alias(organizations, "publisher");

/** Pairs of files from either side, and two items of one file: `own` beside `other`, and how much of each stands in the other. */
const pairs = sql`(
  select ${alikeTexts.attachmentId} as own_id, ${alikeTexts.otherId} as other_id, ${alikeTexts.share} as share, ${alikeTexts.otherShare} as other_share from ${alikeTexts}
  union all
  select ${alikeTexts.otherId}, ${alikeTexts.attachmentId}, ${alikeTexts.otherShare}, ${alikeTexts.share} from ${alikeTexts}
) as pair`;

type FileColumns = Record<"withdrawnAt" | "redactedFrom" | "waitingSince" | "subjectKind", AnyPgColumn>;

const isOpen = (actor: Actor, { withdrawnAt, subjectKind, ...columns }: FileColumns) =>
  and(eq(subjectKind, "evidence"), isNull(withdrawnAt), openableTo(actor, columns));

const isPair = (one: SQL, two: SQL) =>
  and(eq(notCopies.lowerId, sql`least(${one}, ${two})`), eq(notCopies.higherId, sql`greatest(${one}, ${two})`));

export type AlikeText = Awaited<ReturnType<typeof listAlikeTexts>>[number];

/**
 * Items whose text shares much with that of an item: a hint, which counts nothing by itself. The desk's alone, of files that
 * this person may open of items that they see.
 * @throws Refusal forbidden or not_found
 */
export async function listAlikeTexts(actor: Actor, slug: string) {
  requirePermission(actor, "read drafts");
  const id = await findItem(actor, slug);
  const otherItem = survivorOf(other.subjectId);
  const found = db
    .select({
      item: sql<string>`${otherItem}`.as("item"),
      share: sql<number>`max(pair.share)`.as("share"),
      otherShare: sql<number>`max(pair.other_share)`.as("other_share"),
    })
    .from(sql`${attachments} as own`)
    .innerJoin(pairs, sql`pair.own_id = ${own.id}`)
    .innerJoin(other, and(sql`${other.id} = pair.other_id`, isOpen(actor, other)))
    .where(and(absorbedInto(own.subjectId, id), isOpen(actor, own)))
    .groupBy(otherItem)
    .as("found");
  return db
    .select({
      slug: evidence.slug,
      title: evidence.title,
      language: evidence.language,
      publisher: publisher.name,
      published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
      share: found.share,
      otherShare: found.otherShare,
      /** Who said that neither is a copy of the other. */
      notCopyBy: people.name,
    })
    .from(found)
    .innerJoin(evidence, and(eq(evidence.id, found.item), ne(evidence.id, id), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(notCopies, isPair(sql`${evidence.id}`, sql`${id}::uuid`))
    .leftJoin(people, eq(people.id, notCopies.saidBy))
    .orderBy(
      sql`${notCopies.saidAt} is not null`,
      sql`greatest(${found.share}, ${found.otherShare}) desc`,
      evidence.slug,
    )
    .limit(MOST);
}

async function findItem(actor: Actor, slug: string): Promise<string> {
  const [item] = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.slug, slug), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  return item.id;
}

/** Claims that count an item as a source of its own, of which so many are written at once. */
const MOST_CLAIMS = 20;

const countsAsOriginal = (actor: Actor, id: string) =>
  and(eq(claimEvidence.evidenceId, id), eq(claimEvidence.derivation, "original"), visibleTo(actor, claims));

/** How many claims count an item as a source of its own. @throws Refusal forbidden or not_found */
export async function countOriginalClaims(actor: Actor, slug: string): Promise<number> {
  requirePermission(actor, "read drafts");
  const id = await findItem(actor, slug);
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(claimEvidence)
    .innerJoin(claims, eq(claims.id, claimEvidence.claimId))
    .where(countsAsOriginal(actor, id));
  return row?.count ?? 0;
}

type Copy = { readonly evidence: string; readonly source: string };

/**
 * Says in every claim that counts an item as a source of its own that it has its text from another item: the claim is revised,
 * or of a published one a proposal goes to review. Who stands behind the other item there stands behind this one.
 * @throws Refusal forbidden, not_found, readOnly; Invalid when the other item names no publisher, or no claim is left to say it of
 */
export async function confirmDerived(actor: Actor, copy: Copy): Promise<{ claims: number; proposals: number }> {
  requirePermission(actor, "record a claim");
  requirePermission(actor, "submit a record for review");
  const [item, source] = [await findTitled(actor, copy.evidence), await findTitled(actor, copy.source)];
  const its = alias(claimEvidence, "its");
  const origin = alias(organizations, "origin");
  return transaction(async (tx) => {
    const rows = await tx
      .select({ claim: claims.slug, derivation: its.derivation, origin: origin.slug })
      .from(claimEvidence)
      .innerJoin(claims, eq(claims.id, claimEvidence.claimId))
      .leftJoin(its, and(eq(its.claimId, claims.id), eq(its.evidenceId, source.id)))
      .leftJoin(origin, eq(origin.id, its.originId))
      .where(countsAsOriginal(actor, item.id))
      .orderBy(asc(claims.slug))
      .limit(MOST_CLAIMS);
    if (rows.length === 0) throw new Invalid({ source: "validation.nothingOriginal" });
    const reason = getTranslations(actor.locale, "claim")("derivedReason", {
      title: item.title,
      source: source.title,
    });
    const { added, append } = gathering();
    const written: LinkWritten[] = [];
    for (const { claim, derivation, ...its } of rows) {
      const isDerivedItself = derivation !== null && derivation !== "original";
      if (!isDerivedItself && !source.publisher) throw new Invalid({ source: "validation.sourceUnnamed" });
      const named = isDerivedItself ? its.origin : source.publisher;
      const rowOf = (known: StanceInput | undefined) => ({
        ...(known as StanceInput),
        derivation: "derived" as const,
        origin: named,
      });
      written.push(await linkToClaim(tx, actor, item, { claim, rowOf, reason }, append));
    }
    await appendRevisions(tx, actor, added);
    for (const { submit } of written) await submit(tx);
    return { claims: rows.length, proposals: written.filter(({ proposal }) => proposal).length };
  });
}

async function findTitled(actor: Actor, slug: string) {
  const [item] = await db
    .select({ id: evidence.id, slug: evidence.slug, title: evidence.title, publisher: publisher.slug })
    .from(evidence)
    .leftJoin(publisher, eq(publisher.id, evidence.publisherId))
    .where(and(eq(evidence.slug, slug), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  return item;
}

/**
 * Says of two items that neither is a copy of the other, or takes that back; who said it is kept.
 * @throws Refusal forbidden or not_found; Invalid of an item and itself
 */
export async function setNotCopy(actor: Actor, { evidence: slug, source }: Copy, isNotCopy: boolean): Promise<void> {
  requirePermission(actor, "record evidence");
  const [one, two] = [await findItem(actor, slug), await findItem(actor, source)];
  if (one === two) throw new Invalid({ source: "validation.mergeItself" });
  const [lowerId = one, higherId = two] = [one, two].sort();
  const isIt = and(eq(notCopies.lowerId, lowerId), eq(notCopies.higherId, higherId));
  await transaction(async (tx) => {
    if (isNotCopy) {
      const added = await tx
        .insert(notCopies)
        .values({ lowerId, higherId, saidBy: actor.id })
        .onConflictDoNothing()
        .returning({ id: notCopies.lowerId });
      if (added.length > 0) await keepRows(tx, actor, "notCopies", isIt);
      return;
    }
    const gone = await tx.delete(notCopies).where(isIt).returning({ id: notCopies.lowerId });
    if (gone.length > 0)
      await appendRevisions(tx, actor, await goneRows(tx, "notCopies", [notCopyId(lowerId, higherId)]));
  });
}

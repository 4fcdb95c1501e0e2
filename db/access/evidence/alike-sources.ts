import { and, eq, exists, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { PUBLIC_STATES } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db } from "../../client";
import { alikeTexts, attachments, claimEvidence, evidence, notCopies } from "../../schema";
import { absorbedIds } from "../merges/redirects";
import { visibleTo } from "../visibility";

const [oneLink, otherLink] = [alias(claimEvidence, "one_link"), alias(claimEvidence, "other_link")];
const [one, other] = [alias(evidence, "one"), alias(evidence, "other")];
const [oneFile, otherFile] = [alias(attachments, "one_file"), alias(attachments, "other_file")];

const isSource = ({ stance, derivation }: typeof oneLink | typeof otherLink) =>
  and(eq(stance, "supports"), eq(derivation, "original"));

const isFileOf = ({ subjectKind, subjectId, withdrawnAt }: typeof oneFile | typeof otherFile, id: SQL) =>
  and(eq(subjectKind, "evidence"), eq(subjectId, id), isNull(withdrawnAt));

/** A file of each, or of an item that became it, held against each other: the pair is one row, whichever of them comes first in it. */
const shareText = exists(
  db
    .select({ found: sql`1` })
    .from(sql`${absorbedIds(one.id)} as of_one`)
    .innerJoin(oneFile, isFileOf(oneFile, sql`of_one.id`))
    .innerJoin(sql`${absorbedIds(other.id)} as of_other`, sql`true`)
    .innerJoin(otherFile, isFileOf(otherFile, sql`of_other.id`))
    .innerJoin(
      alikeTexts,
      and(
        eq(alikeTexts.attachmentId, sql`least(${oneFile.id}, ${otherFile.id})`),
        eq(alikeTexts.otherId, sql`greatest(${oneFile.id}, ${otherFile.id})`),
      ),
    ),
);

const saidNotCopies = db
  .select({ found: sql`1` })
  .from(notCopies)
  .where(
    and(
      eq(notCopies.lowerId, sql`least(${one.id}, ${other.id})`),
      eq(notCopies.higherId, sql`greatest(${one.id}, ${other.id})`),
    ),
  );

/**
 * Pairs of items that a claim counts as sources of their own, of two publishers, and that share much text; of one of which
 * nobody said that neither is a copy.
 */
const selectPairs = (on: Db) =>
  on
    .select({ claimId: oneLink.claimId, one: one.slug, other: other.slug })
    .from(oneLink)
    .innerJoin(
      otherLink,
      and(
        eq(otherLink.claimId, oneLink.claimId),
        isSource(otherLink),
        sql`${oneLink.evidenceId} < ${otherLink.evidenceId}`,
      ),
    )
    .innerJoin(one, eq(one.id, oneLink.evidenceId))
    .innerJoin(
      other,
      and(eq(other.id, otherLink.evidenceId), sql`${other.publisherId} is distinct from ${one.publisherId}`),
    );

const arePairs = (claimIds: readonly string[]) =>
  and(inArray(oneLink.claimId, [...claimIds]), isSource(oneLink), shareText, notExists(saidNotCopies));

/** How many such pairs there are under each of these claims, among what is published. */
export async function countAlikeSources(on: Db, claimIds: readonly string[]): Promise<Map<string, number>> {
  const isOut = and(inArray(one.state, [...PUBLIC_STATES]), inArray(other.state, [...PUBLIC_STATES]));
  const counts = new Map<string, number>();
  for (const { claimId } of await selectPairs(on).where(and(arePairs(claimIds), isOut)))
    counts.set(claimId, (counts.get(claimId) ?? 0) + 1);
  return counts;
}

export type AlikeSources = { readonly one: string; readonly other: string };

/** Such pairs under a claim, as far as this person sees both; the desk's alone. */
export async function listAlikeSources(actor: Actor, claimId: string): Promise<AlikeSources[]> {
  requirePermission(actor, "read drafts");
  const rows = await selectPairs(db)
    .where(and(arePairs([claimId]), visibleTo(actor, one), visibleTo(actor, other)))
    .orderBy(one.slug, other.slug)
    .limit(20);
  return rows.map(({ claimId: _claimId, ...pair }) => pair);
}

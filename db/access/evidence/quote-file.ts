import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { StanceInput } from "@/lib/records/claim";
import { partField } from "@/lib/records/evidence-filing";
import type { FileQuoting } from "@/lib/records/file-quoting";
import { digestOfTarget, pageOfTarget, type QuoteTarget, targetOf } from "@/lib/records/quote-target";
import { findQuote, isSameQuote, unitOfCodePoint } from "@/lib/text/find-quote";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimEvidence, claims, evidence } from "../../schema";
import type { LinkRow } from "../claims/claim-links";
import { findAttachment } from "../files/files";
import { readPageTexts, searchPages } from "../files/quote-search";
import { survivorIds } from "../merges/redirects";
import { visibleTo } from "../visibility";
import { writeLink } from "./file-evidence";

/** A file of an item of evidence, by that item. @throws Refusal forbidden or not_found, also for a file of another kind */
async function findItemFile(actor: Actor, attachment: string) {
  requirePermission(actor, "read drafts");
  const file = await findAttachment(actor, attachment);
  if (file.kind !== "evidence") throw Refusal.notFound();
  const id = (await survivorIds(db, [file.subject])).get(file.subject) ?? file.subject;
  const [item] = await db
    .select({ slug: evidence.slug })
    .from(evidence)
    .where(and(eq(evidence.id, id), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  return { ...file, evidenceId: id, evidence: item.slug };
}

/** Where a file says a quote: on the page that is open, near the selection, or else on another. */
async function findTarget(file: { digest: string; fileId: string }, { quote, page, start }: FileQuoting) {
  const [open = null] = page === null ? [] : await readPageTexts(db, [{ fileId: file.fileId, page }]);
  const near = open !== null && start !== null ? { start: unitOfCodePoint(open, start) } : {};
  const span = open === null ? null : findQuote(open, quote, near);
  if (open !== null && page !== null && span) return targetOf({ digest: file.digest, page, text: open }, span);
  const [found] = await searchPages(db, [{ own: [file], quote }]);
  return found ? targetOf({ digest: file.digest, page: found.page, text: found.text }, found.span) : null;
}

/** The row of a claim with the quote in it; what was left empty stays as it is. */
const quotingRow =
  (quoting: FileQuoting, target: QuoteTarget | null) =>
  (known: StanceInput | undefined): LinkRow => {
    const isOther = known?.quote && !isSameQuote(known.quote, quoting.quote);
    if (isOther && !quoting.replaces) throw new Invalid({ replaces: "validation.quotedAlready" });
    const stance = quoting.stance ?? known?.stance;
    const derivation = quoting.derivation ?? known?.derivation;
    if (!stance) throw new Invalid({ stance: "validation.choice" });
    if (!derivation) throw new Invalid({ derivation: "validation.choice" });
    const origin = derivation === "original" ? null : (quoting.origin ?? known?.origin ?? null);
    const row = {
      stance,
      derivation,
      origin,
      quote: quoting.quote,
      locator: isOther ? null : (known?.locator ?? null),
    };
    return target ? { ...row, target } : row;
  };

/** What is wrong with the link stands beside the form's own fields. */
const asOwnField = (error: unknown): never => {
  if (!(error instanceof Invalid)) throw error;
  const prefix = partField("link", "");
  throw new Invalid(
    Object.fromEntries(
      Object.entries(error.errors).map(([field, key]) => [
        field.startsWith(prefix) ? field.slice(prefix.length) : field,
        key,
      ]),
    ),
  );
};

type FileQuoted = {
  /** The proposal by which a published claim takes it. */
  readonly proposal: string | null;
  /** Where it was found. */
  readonly page: number | null;
};

/**
 * Quotes a file in a claim: the words with their place become what the claim says of the file's item. A published claim takes
 * them by a proposal. Words that the file does not say, and words in the place of others, have to be ticked.
 * @throws Refusal forbidden, not_found, readOnly; Invalid beside the form's fields
 */
export async function quoteFile(actor: Actor, quoting: FileQuoting): Promise<FileQuoted> {
  requirePermission(actor, "record a claim");
  requirePermission(actor, "submit a record for review");
  const file = await findItemFile(actor, quoting.file);
  const target = await findTarget(file, quoting);
  if (!target && !quoting.isMissing) throw new Invalid({ isMissing: "validation.quoteMissing" });
  const link = { claim: quoting.claim, rowOf: quotingRow(quoting, target) };
  const { proposal } = await writeLink(actor, file.evidence, link).catch(asOwnField);
  return { proposal, page: target && pageOfTarget(target) };
}

/** The claims that a file's item bears on, for whoever quotes it; the first ones. */
export async function listClaimsOfFile(actor: Actor, attachment: string) {
  const { evidenceId } = await findItemFile(actor, attachment);
  return db
    .select({
      slug: claims.slug,
      proposition: claims.proposition,
      stance: claimEvidence.stance,
      isQuoting: sql<boolean>`${claimEvidence.quote} is not null`,
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .where(eq(claimEvidence.evidenceId, evidenceId))
    .orderBy(asc(claimEvidence.stance), asc(claims.slug))
    .limit(50);
}

/**
 * What a claim quotes of a file's item; its target is there when it is of this file.
 * @throws Refusal forbidden or not_found, also when the claim quotes nothing of it
 */
export async function findQuoteOf(actor: Actor, attachment: string, claim: string) {
  const { evidenceId, digest } = await findItemFile(actor, attachment);
  const [row] = await db
    .select({ proposition: claims.proposition, quote: claimEvidence.quote, target: claimEvidence.target })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .where(and(eq(claimEvidence.evidenceId, evidenceId), eq(claims.slug, claim), isNotNull(claimEvidence.quote)));
  if (!row?.quote) throw Refusal.notFound();
  const isOfFile = row.target && digestOfTarget(row.target) === digest;
  return { ...row, quote: row.quote, target: isOfFile ? row.target : null };
}

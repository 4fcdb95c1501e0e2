import type { ClaimLink, EvidenceFiling } from "@/lib/records/evidence-filing";
import type { Actor } from "@/lib/workflow/actor";
import { AlikeRecords, Invalid } from "@/lib/workflow/outcome";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Tx, transaction } from "../../client";
import { preservingNew } from "../captures/captures";
import { addRow, linkToClaim } from "../claims/claim-links";
import { type Append, recordNamedIn, untilNameIsFree } from "../record-one";
import type { WrittenRecord } from "../records";
import { findRecord } from "../records/record-snapshot";
import { appendRevisions, type NewRevision } from "../revisions";
import { transitionAll } from "../workflow/transitions";

type Filed = WrittenRecord & {
  /** The proposal by which a published claim takes the item. */
  readonly proposal: string | null;
};

/** Gathers the revisions of several writes, so that the chain's lock is taken once and last (decision 31). */
export function gathering() {
  const added: NewRevision[] = [];
  const append: Append = async (_tx, _actor, revisions) => {
    added.push(...revisions);
  };
  return { added, append };
}

/**
 * Records an item, the publisher that it is the first of, and what it does to a claim: all or nothing, a revision each. A
 * published claim takes it by a proposal. Handed in, all that is new goes to review.
 * @throws Refusal forbidden, readOnly; Invalid beside the field of the form; AlikeRecords, of the publisher in `outlet.distinctFrom`
 */
export async function fileEvidence(
  actor: Actor,
  filing: EvidenceFiling & { readonly submit?: boolean },
): Promise<Filed> {
  requirePermission(actor, "record evidence");
  if (filing.outlet) requirePermission(actor, "record an organization");
  if (filing.link) requirePermission(actor, "record a claim");
  if (filing.submit) requirePermission(actor, "submit a record for review");
  return untilNameIsFree((tx) => fileIn(tx, actor, filing));
}

async function fileIn(
  tx: Tx,
  actor: Actor,
  { outlet, link, submit, ...recorded }: Parameters<typeof fileEvidence>[1],
): Promise<Filed> {
  const { added, append } = gathering();
  const publisher = outlet && (await recordOutlet(tx, actor, outlet, append));
  const input = publisher ? { ...recorded.input, publisher } : recorded.input;
  const written = await recordNamedIn(
    tx,
    actor,
    "evidence",
    input.title,
    { ...recorded, input },
    preservingNew(append),
  );
  const item = { slug: written.slug, title: input.title };
  const linked = link && (await linkToClaim(tx, actor, item, newLink(link), append));
  await appendRevisions(tx, actor, added);
  if (!submit) return { ...written, proposal: linked?.proposal ?? null };
  // Nobody else sees these rows yet, or has the claim's: nothing is waited for behind the chain's lock.
  if (publisher) await transitionAll(tx, actor, "organization", [publisher], "submit");
  await transitionAll(tx, actor, "evidence", [written.slug], "submit");
  await linked?.submit(tx);
  return { ...written, version: written.version + 1, proposal: linked?.proposal ?? null };
}

/** @returns its slug; what is wrong with it stands beside the form's field */
async function recordOutlet(
  tx: Tx,
  actor: Actor,
  outlet: NonNullable<EvidenceFiling["outlet"]>,
  append: Append,
): Promise<string> {
  try {
    return (await recordNamedIn(tx, actor, "organization", outlet.input.name, outlet, append)).slug;
  } catch (error) {
    if (error instanceof AlikeRecords) throw new AlikeRecords(error.alike, "outlet.distinctFrom");
    if (!(error instanceof Invalid) || "slug" in error.errors) throw error;
    throw new Invalid(
      Object.fromEntries(Object.entries(error.errors).map(([field, key]) => [`outlet.${field}`, key])),
    );
  }
}

const newLink = ({ claim, ...row }: ClaimLink) => ({ claim, rowOf: addRow(row) });

type FiledLink = { readonly evidence: string; readonly link: ClaimLink };

/**
 * Says of an item on file what it does to a claim: the claim is revised, or of a published one a proposal goes to review.
 * @throws Refusal forbidden, not_found, readOnly; Invalid beside the link's fields
 */
export const linkEvidence = (actor: Actor, { evidence, link }: FiledLink): Promise<Pick<Filed, "proposal">> =>
  writeLink(actor, evidence, newLink(link));

/**
 * The same for a row that may be of what the claim says of the item already.
 * @throws Refusal forbidden, not_found, readOnly; Invalid beside the link's fields
 */
export async function writeLink(
  actor: Actor,
  evidence: string,
  link: Parameters<typeof linkToClaim>[3],
): Promise<Pick<Filed, "proposal">> {
  requirePermission(actor, "record a claim");
  requirePermission(actor, "submit a record for review");
  return transaction(async (tx) => {
    const { added, append } = gathering();
    const { input } = await findRecord(actor, "evidence", evidence);
    const item = { slug: evidence, title: input.title };
    const { proposal, submit } = await linkToClaim(tx, actor, item, link, append);
    await appendRevisions(tx, actor, added);
    await submit(tx);
    return { proposal };
  });
}

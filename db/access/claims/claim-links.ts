import type { ClaimInput } from "@/lib/records/claim";
import { isPublic } from "@/lib/records/editorial";
import { type ClaimLink, partField } from "@/lib/records/evidence-filing";
import { flatFields } from "@/lib/records/rows";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { requirePermission } from "@/lib/workflow/require-permission";
import type { Tx } from "../../client";
import { contentOf } from "../merges/relink";
import { type Append, reviseIn } from "../record-one";
import { lockContents } from "../records/record-rows";
import { transitionProposal } from "../workflow/proposal-transitions";
import { insertProposal } from "../workflow/proposals";
import { transitionAll } from "../workflow/transitions";

export type LinkWritten = {
  /** The proposal that a published claim takes it by. */
  readonly proposal: string | null;
  /** To be done once the revisions are with the chain: what the link put back to its writer goes to review. */
  readonly submit: (tx: Tx) => Promise<void>;
};

type Item = { readonly slug: string; readonly title: string };

/**
 * Adds to a claim what an item does to it: a revision of the claim, or of a published one a proposal. Both add a row to
 * what stands there now, so that no version has to be named.
 * @throws Refusal forbidden, readOnly; Invalid beside the link's fields
 */
export async function linkToClaim(
  tx: Tx,
  actor: Actor,
  item: Item,
  { claim: slug, ...link }: ClaimLink,
  append: Append,
): Promise<LinkWritten> {
  requirePermission(actor, "record a claim");
  const row = (await lockContents(tx, actor, "claim", [slug])).get(slug);
  if (!row) throw new Invalid({ [partField("link", "claim")]: "validation.unknownRecord" });
  const stored = contentOf(row.snapshot) as unknown as ClaimInput;
  if (stored.stances.some(({ evidence }) => evidence === item.slug)) {
    throw new Invalid({ [partField("link", "claim")]: "validation.evidenceTwice" });
  }
  const input = { ...stored, stances: [...stored.stances, { evidence: item.slug, ...link }] };
  const reason = getTranslations(actor.locale, "claim")("linkReason", { title: item.title });
  if (isPublic(row.state)) {
    const typed = flatFields(input);
    const content = { typed, reason, correctionNote: null, basedOn: row.version };
    const { slug: proposal, version } = await insertProposal(tx, actor, "claim", row, content, {}, append);
    return {
      proposal,
      submit: async () => {
        await transitionProposal(actor, proposal, "submit", { basedOn: version });
      },
    };
  }
  await reviseIn(tx, actor, "claim", { slug, basedOn: row.version, input, reason }, { append }).catch(
    asLinkError(input),
  );
  return {
    proposal: null,
    // An approval is bound to what was read, and lapses.
    submit: async (own) => {
      if (row.state === "approved") await transitionAll(own, actor, "claim", [slug], "submit");
    },
  };
}

/** What is wrong with the row that was added stands beside the field of the link. */
const asLinkError =
  ({ stances }: ClaimInput) =>
  (error: unknown): never => {
    if (!(error instanceof Invalid)) throw error;
    const own = `stances.${stances.length - 1}.`;
    throw new Invalid(
      Object.fromEntries(
        Object.entries(error.errors).map(([field, key]) => [
          partField("link", field.startsWith(own) ? field.slice(own.length) : "claim"),
          key,
        ]),
      ),
    );
  };

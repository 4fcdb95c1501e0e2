import type { ClaimInput, StanceInput } from "@/lib/records/claim";
import { isPublic } from "@/lib/records/editorial";
import { partField } from "@/lib/records/evidence-filing";
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

/** What a claim says of an item. */
export type LinkRow = Omit<StanceInput, "evidence">;
type Link = {
  readonly claim: string;
  /** Of what the claim says of the item already. @throws Invalid beside the link's fields */
  readonly rowOf: (known: StanceInput | undefined) => LinkRow;
  /** Why, where it is no new link and no quote. */
  readonly reason?: string;
};

/** For a link that there is none of yet. */
export const addRow =
  (row: LinkRow): Link["rowOf"] =>
  (known) => {
    if (known) throw new Invalid({ [partField("link", "claim")]: "validation.evidenceTwice" });
    return row;
  };

/**
 * Says in a claim what an item does to it: a revision of the claim, or of a published one a proposal. Both change one row of
 * what stands there now, so that no version has to be named.
 * @throws Refusal forbidden, readOnly; Invalid beside the link's fields
 */
export async function linkToClaim(
  tx: Tx,
  actor: Actor,
  item: Item,
  { claim: slug, rowOf, reason: given }: Link,
  append: Append,
): Promise<LinkWritten> {
  requirePermission(actor, "record a claim");
  const row = (await lockContents(tx, actor, "claim", [slug])).get(slug);
  if (!row) throw new Invalid({ [partField("link", "claim")]: "validation.unknownRecord" });
  const stored = contentOf(row.snapshot) as unknown as ClaimInput;
  const known = stored.stances.findIndex(({ evidence }) => evidence === item.slug);
  const index = known < 0 ? stored.stances.length : known;
  const made = { ...rowOf(stored.stances[known]), evidence: item.slug };
  const input = { ...stored, stances: [...stored.stances.slice(0, index), made, ...stored.stances.slice(index + 1)] };
  const t = getTranslations(actor.locale, "claim");
  const reason = given ?? t(known < 0 ? "linkReason" : "quoteReason", { title: item.title });
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
    asLinkError(index),
  );
  return {
    proposal: null,
    // An approval is bound to what was read, and lapses.
    submit: async (own) => {
      if (row.state === "approved") await transitionAll(own, actor, "claim", [slug], "submit");
    },
  };
}

/** What is wrong with the row that was written stands beside the field of the link. */
const asLinkError =
  (index: number) =>
  (error: unknown): never => {
    if (!(error instanceof Invalid)) throw error;
    const own = `stances.${index}.`;
    throw new Invalid(
      Object.fromEntries(
        Object.entries(error.errors).map(([field, key]) => [
          partField("link", field.startsWith(own) ? field.slice(own.length) : "claim"),
          key,
        ]),
      ),
    );
  };

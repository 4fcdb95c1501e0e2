import "server-only";
import { listAlikeSources } from "@/db/access/evidence/alike-sources";
import { readUnread } from "@/db/access/evidence/unread";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type ClaimRead = { readonly id: string; readonly stances: readonly { readonly evidenceId: string }[] };

/** What its reader is told beside a claim: which of its items they have not read, and to the desk which may be one source. */
export async function readBesideClaim(actor: Actor, { id, stances }: ClaimRead) {
  const items = stances.map(({ evidenceId }) => evidenceId);
  const [unread, alike] = await Promise.all([
    readUnread(actor, items),
    may(actor, "read drafts") ? listAlikeSources(actor, id) : [],
  ]);
  return { unread, alike };
}

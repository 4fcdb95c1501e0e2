import "server-only";
import { DoubtSection } from "@/components/doubt/doubt-section";
import { readItemInDoubt } from "@/db/access/evidence/resting-records";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** For the desk, of an item that was retracted or contradicted: what rests on it. */
export async function ItemInDoubt({ actor, slug }: { actor: Actor; slug: string }) {
  const doubt = may(actor, "read drafts") ? await readItemInDoubt(actor, slug) : null;
  return doubt && <DoubtSection doubt={doubt} />;
}

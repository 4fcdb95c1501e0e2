import "server-only";
import { type EvidenceReading, recordReading } from "@/db/access/evidence/unread";
import type { Actor } from "@/lib/workflow/actor";

/** Notes that this person has an item's page open, where that says anything new. Nothing waits for it, and it never fails. */
export function noteReading(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  known: Pick<EvidenceReading, "unread" | "version">,
): void {
  if (known.unread === null && known.version === version) return;
  recordReading(actor, id, version).catch((error) => console.warn("A reading was not noted.", error));
}

import "server-only";
import { findSurvivor } from "@/db/access/merges/redirects";
import { recordInPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** Where an address leads whose record became another one, for whom that one is to be seen; else null. */
export async function addressNow(actor: Actor | null, path: string): Promise<string | null> {
  const record = recordInPath(path);
  if (!record || !actor || !may(actor, "read published records")) return null;
  const survivor = await findSurvivor(actor, record.kind, record.slug);
  return survivor && record.of(survivor);
}

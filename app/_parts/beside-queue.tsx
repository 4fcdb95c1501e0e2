import "server-only";
import { readWaitingAnnotations } from "@/app/_server/overview";
import { WorkInDoubt } from "@/components/doubt/work-in-doubt";
import { WaitingAnnotations } from "@/components/queue/waiting-annotations";
import { listWorkInDoubt } from "@/db/access/evidence/resting-records";
import type { Actor } from "@/lib/workflow/actor";

/** What waits for the desk and is no record that waits: grounds that are gone, annotations. */
export async function BesideQueue({ actor }: { actor: Actor }) {
  const [doubt, annotations] = await Promise.all([listWorkInDoubt(actor), readWaitingAnnotations(actor)]);
  return (
    <>
      <WorkInDoubt work={doubt} />
      <WaitingAnnotations annotations={annotations} />
    </>
  );
}

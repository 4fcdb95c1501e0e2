import "server-only";
import { readWaitingAnnotations, readWaitingCopies } from "@/app/_server/overview";
import { WorkInDoubt } from "@/components/doubt/work-in-doubt";
import { FailedFiles } from "@/components/files/failed-files";
import { WaitingAnnotations } from "@/components/queue/waiting-annotations";
import { WaitingCopies } from "@/components/queue/waiting-copies";
import { listWorkInDoubt } from "@/db/access/evidence/resting-records";
import { listFailedFiles } from "@/db/access/files/fixity";
import type { Actor } from "@/lib/workflow/actor";

/** What waits for the desk and is no record that waits: grounds that are gone, redacted copies, annotations. */
export async function BesideQueue({ actor }: { actor: Actor }) {
  const [doubt, failed, copies, annotations] = await Promise.all([
    listWorkInDoubt(actor),
    listFailedFiles(actor),
    readWaitingCopies(actor),
    readWaitingAnnotations(actor),
  ]);
  return (
    <>
      <FailedFiles files={failed} />
      <WorkInDoubt work={doubt} />
      <WaitingCopies copies={copies} />
      <WaitingAnnotations annotations={annotations} />
    </>
  );
}

import { withdrawFileAction } from "@/app/(desk)/files/actions";
import { FilesSection } from "@/components/files/files-section";
import { listAttachments } from "@/db/access/files/files";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** The files of a record, for the desk. */
export async function RecordFiles({ actor, subject }: { actor: Actor; subject: FiledSubject }) {
  if (!may(actor, "read drafts")) return null;
  return (
    <FilesSection subject={subject} files={await listAttachments(actor, subject)} withdraw={withdrawFileAction} />
  );
}

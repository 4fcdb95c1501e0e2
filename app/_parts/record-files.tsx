import { withdrawFileAction } from "@/app/(desk)/files/actions";
import { FilesSection } from "@/components/files/files-section";
import { listCapturedIds } from "@/db/access/captures/captures";
import { listAttachments } from "@/db/access/files/files";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** The files of a record, for the desk. */
export async function RecordFiles({ actor, subject }: { actor: Actor; subject: FiledSubject }) {
  if (!may(actor, "read drafts")) return null;
  const [files, captured] = await Promise.all([listAttachments(actor, subject), listCapturedIds(actor, subject)]);
  // What the server captured stands with its capture, and is nothing that a person added.
  const added = files.filter(({ id }) => !captured.has(id));
  return <FilesSection subject={subject} files={added} withdraw={withdrawFileAction} />;
}

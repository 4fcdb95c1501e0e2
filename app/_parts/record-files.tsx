import { releaseCopyAction, withdrawFileAction } from "@/app/(desk)/files/actions";
import { FilesSection } from "@/components/files/files-section";
import { listCapturedIds } from "@/db/access/captures/captures";
import { listAttachments } from "@/db/access/files/files";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** The files of a record: those of others are the redacted copies, where there are any. */
export async function RecordFiles({ actor, subject }: { actor: Actor; subject: FiledSubject }) {
  if (!may(actor, "open an original file")) {
    const copies = await listAttachments(actor, subject);
    return copies.length > 0 && <FilesSection subject={subject} files={copies} withdraw={null} release={null} />;
  }
  const [files, captured] = await Promise.all([listAttachments(actor, subject), listCapturedIds(actor, subject)]);
  // What the server captured stands with its capture, and is nothing that a person added.
  const added = files.filter(({ id }) => !captured.has(id));
  const release = may(actor, "release a redacted copy") ? releaseCopyAction : null;
  return <FilesSection subject={subject} files={added} withdraw={withdrawFileAction} release={release} />;
}

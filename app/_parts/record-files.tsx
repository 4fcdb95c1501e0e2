import { releaseCopyAction, withdrawFileAction } from "@/app/(desk)/files/actions";
import { FilesSection } from "@/components/files/files-section";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readAddedFiles } from "../_server/item-copies";

/** The files of a record: those of others are the redacted copies, where there are any. */
export async function RecordFiles({ actor, subject }: { actor: Actor; subject: FiledSubject }) {
  const files = await readAddedFiles(actor, subject.kind, subject.slug);
  if (!files) return null;
  const mayChange = may(actor, "open an original file");
  return (
    <FilesSection
      subject={subject}
      files={files}
      withdraw={mayChange ? withdrawFileAction : null}
      release={may(actor, "release a redacted copy") ? releaseCopyAction : null}
    />
  );
}

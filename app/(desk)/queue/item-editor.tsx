import "server-only";
import type { ReactNode } from "react";
import { editedRecord } from "@/app/_parts/edited-record";
import { EditorFrame, type EditorProps } from "@/app/_parts/editor-frame";
import { readLocale } from "@/app/_server/locale";
import { proposeAction } from "@/app/(desk)/proposals/actions";
import { REVISE_ACTIONS } from "@/app/(desk)/records/revise-actions";
import { LateForm } from "@/components/records/late-form";
import { findRecord } from "@/db/access/records/record-snapshot";
import { findProposal } from "@/db/access/workflow/proposal-file";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { editedProposal } from "@/lib/workflow/edited-proposal";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";

/** The form of an item of the queue, which comes back to `path` once it is saved. */
export async function readItemEditor(
  actor: Actor,
  { kind, slug }: { kind: RecordKind | "proposal"; slug: string },
  path: string,
): Promise<ReactNode> {
  const shared = { actor, cancelHref: path };
  if (kind !== "proposal") {
    requirePermission(actor, WRITE_PERMISSIONS[kind]);
    const edited = { ...editedRecord(kind, await findRecord(actor, kind, slug)), returnTo: path };
    return <Editor {...shared} kind={kind} edited={edited} action={REVISE_ACTIONS[kind]} />;
  }
  requirePermission(actor, "submit a record for review");
  const file = await findProposal(actor, slug);
  const { record, proposal, current } = file;
  const edited = { slug: record.slug, version: record.version, input: current, proposal: editedProposal(file) };
  return (
    <Editor {...shared} kind={proposal.recordKind} edited={{ ...edited, returnTo: path }} action={proposeAction} />
  );
}

/** The answer of an action is drawn by itself, and has to be told its reader's language anew. */
async function Editor(props: EditorProps) {
  await readLocale();
  return <EditorFrame {...props} draw={(fields) => <LateForm kind={props.kind} {...fields} />} />;
}

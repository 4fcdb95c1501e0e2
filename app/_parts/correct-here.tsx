import "server-only";
import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { proposeAction } from "@/app/(desk)/proposals/actions";
import { OpenProposals } from "@/components/proposals/open-proposals";
import type { RecordFormAction } from "@/components/records/record-form";
import { findRecord } from "@/db/access/records/record-snapshot";
import { listOpenProposals } from "@/db/access/workflow/proposal-file";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may, WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { isEditable } from "@/lib/workflow/workflow";
import { editedRecord } from "./edited-record";
import { FormInPlace } from "./form-in-place";
import { RecordEditor } from "./record-editor";

type Props = {
  actor: Actor;
  kind: RecordKind;
  slug: string;
  /** The record's own page. */
  path: string;
  /** Of that page: `correct` asks for the form, `proposed` for what waits already. */
  query: Readonly<Record<string, unknown>>;
  /** For a record that is not published; a published one is changed by a proposal. */
  revise: RecordFormAction;
};

/** The form that corrects a record on its own page, where `?correct` asks for it, with the changes that wait already. */
export async function CorrectHere({ actor, kind, slug, path, query, revise }: Props) {
  const isAsked = "correct" in query;
  if (!(isAsked || "proposed" in query) || !may(actor, WRITE_PERMISSIONS[kind])) return null;
  const record = await findRecord(actor, kind, slug);
  const isPublished = isPublic(record.state);
  const proposals = isPublished ? await listOpenProposals(actor, kind, record.id) : [];
  return (
    <>
      <OpenProposals proposals={proposals} />
      {isAsked && (isPublished || isEditable(record.state)) && (
        <CorrectionForm isPublished={isPublished}>
          <RecordEditor
            actor={actor}
            kind={kind}
            edited={{ ...editedRecord(kind, record), returnTo: isPublished ? `${path}?proposed` : path }}
            action={isPublished ? proposeAction : revise}
            cancelHref={path}
          />
        </CorrectionForm>
      )}
    </>
  );
}

function CorrectionForm({ isPublished, children }: { isPublished: boolean; children: ReactNode }) {
  const t = useTranslations("proposal");
  return (
    <FormInPlace id="correct" title={t("correct")}>
      {isPublished && <p className="mb-3 text-sm text-muted">{t("lead")}</p>}
      {children}
    </FormInPlace>
  );
}

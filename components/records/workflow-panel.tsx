import type { ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { AsOfForm } from "@/components/history/as-of-form";
import { ButtonLink } from "@/components/ui/button";
import { DeskText } from "@/components/ui/desk-text";
import { Notice } from "@/components/ui/notice";
import { Provenance } from "@/components/ui/provenance";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import type { MergeableKind } from "@/lib/records/record-merge";
import { hasAsOf, mergePath, recordPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { may, type Permission } from "@/lib/workflow/policy";
import { isEditable } from "@/lib/workflow/workflow";
import { History } from "./history";
import type { RecordFormAction } from "./record-form";
import { Transitions } from "./transitions";

/** What the foot of a record's page posts to, and the discussion that stands in it, which reads for itself. */
export type RecordActions = {
  readonly move: RecordFormAction;
  readonly waive: RecordFormAction;
  readonly Discussion: (about: { actor: Actor; kind: RecordKind; slug: string }) => Promise<ReactNode>;
};

type Props = {
  actor: Actor;
  kind: RecordKind;
  workflowStatus: WorkflowStatus;
  actions: RecordActions;
};

/** The foot of a record page: who wrote and checked it, its next step, what was said about it, its history. */
export function WorkflowPanel({ actor, kind, workflowStatus, actions }: Props) {
  const t = useTranslations("common");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  return (
    <div className="mt-8 flex flex-col gap-4">
      <Provenance
        asOf={formatInstant(workflowStatus.publishedAt ?? workflowStatus.updatedAt, "day")}
        revision={workflowStatus.version}
        checkedBy={workflowStatus.checkedBy}
      >
        {t("updated", { date: formatInstant(workflowStatus.updatedAt, "day") })}
      </Provenance>
      {workflowStatus.internalNote && (
        <Notice title={record("field.internalNote")}>
          <p className="measure whitespace-pre-line">
            <DeskText>{workflowStatus.internalNote}</DeskText>
          </p>
        </Notice>
      )}
      <Transitions actor={actor} kind={kind} record={workflowStatus} action={actions.move} waive={actions.waive} />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2 [&>*]:min-w-0">
        <actions.Discussion actor={actor} kind={kind} slug={workflowStatus.slug} />
        {may(actor, "read the history") ? (
          <History kind={kind} slug={workflowStatus.slug} revisions={workflowStatus.history} />
        ) : (
          hasAsOf(kind) && <AsOfForm path={recordPath({ kind, slug: workflowStatus.slug }) ?? ""} />
        )}
      </div>
    </div>
  );
}

type EditProps = {
  actor: Actor;
  /** Of which two records can become one. */
  kind?: MergeableKind;
  permission: Permission;
  workflowStatus: Pick<WorkflowStatus, "state" | "slug">;
  href: string;
  /** Where the same form stands on the record's own page, which the key c opens. */
  hrefHere?: string;
};

/**
 * The ways to the form and to a merge, for whoever may use them: in place, or to propose a change to what is published.
 */
export function EditLink({ actor, kind, permission, workflowStatus, href, hrefHere }: EditProps) {
  const t = useTranslations("record");
  const merge = useTranslations("merge");
  const proposal = useTranslations("proposal");
  if (!may(actor, permission) || !(isEditable(workflowStatus.state) || isPublic(workflowStatus.state))) return null;
  return (
    <>
      {hrefHere ? (
        <ButtonLink href={hrefHere} data-key="c" aria-keyshortcuts="c">
          {proposal("correct")} <kbd className="key-hint">c</kbd>
        </ButtonLink>
      ) : (
        <ButtonLink href={href}>{isPublic(workflowStatus.state) ? proposal("new") : t("edit")}</ButtonLink>
      )}
      {kind && (
        <ButtonLink kind="quiet" href={mergePath(kind, workflowStatus.slug)}>
          {merge("open")}
        </ButtonLink>
      )}
    </>
  );
}

/** In place of a form: why this record can't be edited here. Null while it can. */
export function ReadOnlyNotice({
  workflowStatus,
  href,
}: {
  workflowStatus: Pick<WorkflowStatus, "state">;
  href: string;
}) {
  const t = useTranslations("record");
  if (isEditable(workflowStatus.state) || isPublic(workflowStatus.state)) return null;
  return (
    <Notice kind="caution" title={t("readOnlyTitle")}>
      <p>{t("readOnly")}</p>
      <p>
        <a href={href}>{t("back")}</a>
      </p>
    </Notice>
  );
}

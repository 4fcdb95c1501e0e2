import { useLocaleCode, useTranslations } from "#translations";
import { StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { RecordSnapshot } from "@/db/access/records/record-snapshot";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import type { RecordKind } from "@/lib/records/editorial";
import type { ReferenceNames } from "@/lib/records/record-field";
import { localTitleOf } from "@/lib/records/record-field";
import { workPath } from "@/lib/records/record-path";
import type { Actor } from "@/lib/workflow/actor";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { RecordFields } from "./record-fields";
import { EditLink, type RecordActions, WorkflowPanel } from "./workflow-panel";

type Props = {
  actor: Actor;
  kind: RecordKind;
  record: RecordSnapshot<RecordKind>;
  workflowStatus: WorkflowStatus;
  names: ReferenceNames;
  actions: RecordActions;
};

/** A record that has no page of its own kind: its fields, its next step, its history. */
export function RecordPage({ actor, kind, record, workflowStatus, names, actions }: Props) {
  const t = useTranslations("record");
  const place = localTitleOf(kind, record.input, useLocaleCode());
  const title = (kind === "status_report" && place && names.station?.[place]) || place || record.slug;
  return (
    <>
      <PageHeading
        above={
          <>
            <span>{t(`kindName.${kind}`)}</span> <span className="font-mono">{record.slug}</span>{" "}
            <StateBadge state={record.state} />
          </>
        }
        title={title}
        actions={
          <EditLink
            actor={actor}
            permission={WRITE_PERMISSIONS[kind]}
            workflowStatus={workflowStatus}
            href={`${workPath(kind, record.slug)}/edit`}
          />
        }
      />
      <RecordFields kind={kind} snapshot={record.input as Readonly<Record<string, unknown>>} names={names} />
      <WorkflowPanel actor={actor} kind={kind} workflowStatus={workflowStatus} actions={actions} />
    </>
  );
}

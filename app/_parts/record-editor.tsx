import "server-only";
import type { ReactNode } from "react";
import { ClaimForm } from "@/components/claims/claim-form";
import { CoverageForm } from "@/components/countries/coverage-form";
import { EventForm } from "@/components/events/event-form";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { OrganizationForm } from "@/components/organizations/organization-form";
import { ReplyForm } from "@/components/replies/reply-form";
import { ResponseForm } from "@/components/responses/response-form";
import { StationForm } from "@/components/stations/station-form";
import { StatusReportForm } from "@/components/stations/status-report-form";
import type { RecordKind } from "@/lib/records/editorial";
import { type EditorFields, EditorFrame, type EditorProps } from "./editor-frame";

const FORMS: Record<RecordKind, (fields: EditorFields) => ReactNode> = {
  station: ({ mayAssess, mayGrade, ...fields }) => <StationForm {...fields} />,
  evidence: ({ mayAssess, mayGrade, countries, ...fields }) => <EvidenceForm {...fields} />,
  claim: ({ mayGrade, ...fields }) => <ClaimForm {...fields} />,
  response: ({ mayAssess, mayGrade, countries, ...fields }) => <ResponseForm {...fields} />,
  event: ({ mayAssess, mayGrade, ...fields }) => <EventForm {...fields} />,
  organization: ({ mayAssess, names, ...fields }) => <OrganizationForm {...fields} />,
  status_report: ({ mayAssess, mayGrade, countries, ...fields }) => <StatusReportForm {...fields} />,
  reply_request: ({ mayAssess, mayGrade, countries, ...fields }) => <ReplyForm {...fields} />,
  coverage: ({ mayAssess, mayGrade, ...fields }) => <CoverageForm {...fields} />,
};

/** The form of a record of any kind. */
export const RecordEditor = (props: EditorProps) => <EditorFrame {...props} draw={FORMS[props.kind]} />;

import "server-only";
import { reviseClaimAction } from "@/app/(desk)/claims/actions";
import { reviseEventAction } from "@/app/(desk)/events/actions";
import { reviseEvidenceAction } from "@/app/(desk)/evidence/actions";
import { reviseOrganizationAction } from "@/app/(desk)/organizations/actions";
import { reviseReplyRequestAction } from "@/app/(desk)/replies/actions";
import { reviseResponseAction } from "@/app/(desk)/responses/actions";
import { reviseStationAction } from "@/app/(desk)/stations/actions";
import type { RecordFormAction } from "@/components/records/record-form";
import type { RecordKind } from "@/lib/records/editorial";
import { reviseCoverageAction, reviseStatusReportAction } from "./actions";

/** What the form of each kind posts to while its record is not published. */
export const REVISE_ACTIONS: Readonly<Record<RecordKind, RecordFormAction>> = {
  station: reviseStationAction,
  evidence: reviseEvidenceAction,
  claim: reviseClaimAction,
  response: reviseResponseAction,
  event: reviseEventAction,
  organization: reviseOrganizationAction,
  status_report: reviseStatusReportAction,
  reply_request: reviseReplyRequestAction,
  coverage: reviseCoverageAction,
};

import "server-only";
import type { ReactNode } from "react";
import { ClaimForm } from "@/components/claims/claim-form";
import { CoverageForm } from "@/components/countries/coverage-form";
import { EventForm } from "@/components/events/event-form";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { Messages } from "@/components/messages";
import { OrganizationForm } from "@/components/organizations/organization-form";
import { countryChoices } from "@/components/records/country-choices";
import type { EditedRecord } from "@/components/records/edited";
import type { RecordFormAction } from "@/components/records/record-form";
import { ReplyForm } from "@/components/replies/reply-form";
import { ResponseForm } from "@/components/responses/response-form";
import { StationForm } from "@/components/stations/station-form";
import { StatusReportForm } from "@/components/stations/status-report-form";
import { listRecordNames } from "@/db/access/records/record-names";
import type { Namespace } from "@/lib/messages";
import type { RecordKind } from "@/lib/records/editorial";
import { referencesIn } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";

type Shared = {
  action: RecordFormAction;
  edited: EditedRecord;
  names: Readonly<Record<string, string>>;
  countries: ReturnType<typeof countryChoices>;
  cancelHref: string;
};

type Form = { namespaces: readonly Namespace[]; draw: (shared: Shared, actor: Actor) => ReactNode };

const FORMS: Partial<Record<RecordKind, Form>> = {
  station: { namespaces: ["station"], draw: (shared) => <StationForm {...shared} /> },
  evidence: { namespaces: ["evidence", "capture"], draw: (shared) => <EvidenceForm {...shared} /> },
  claim: {
    namespaces: ["claim", "common"],
    draw: (shared, actor) => <ClaimForm {...shared} mayAssess={may(actor, "assess a claim")} />,
  },
  response: { namespaces: ["response", "common"], draw: (shared) => <ResponseForm {...shared} /> },
  event: { namespaces: ["event"], draw: (shared) => <EventForm {...shared} /> },
  organization: {
    namespaces: ["organization"],
    draw: (shared, actor) => <OrganizationForm {...shared} mayGrade={may(actor, "grade an organization")} />,
  },
  status_report: { namespaces: ["statusReport", "status"], draw: (shared) => <StatusReportForm {...shared} /> },
  reply_request: { namespaces: ["replyRequest"], draw: (shared) => <ReplyForm {...shared} /> },
  coverage: { namespaces: ["country"], draw: (shared) => <CoverageForm {...shared} /> },
};

type Props = { actor: Actor; kind: RecordKind; edited: EditedRecord; action: RecordFormAction; cancelHref: string };

/** The form of a record of any kind, with the names of the records that it names. */
export async function RecordEditor({ actor, kind, edited, action, cancelHref }: Props) {
  const named = referencesIn([edited.input, ...(edited.proposal ? [edited.proposal.typed] : [])]);
  const names = await listRecordNames(actor, named);
  const form = FORMS[kind];
  if (!form) throw Refusal.notFound();
  const { namespaces, draw } = form;
  return (
    <Messages of={[...namespaces, "record", "form", "proposal", "organization"]}>
      {draw({ action, edited, names, countries: countryChoices(actor.locale), cancelHref }, actor)}
    </Messages>
  );
}

"use client";

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import type { RecordKind } from "@/lib/records/editorial";
import type { EditedRecord } from "./edited";
import type { RecordFormAction } from "./record-form";

type Fields = {
  action: RecordFormAction;
  edited: EditedRecord;
  names: Readonly<Record<string, string>>;
  countries: readonly { value: string; label: string }[];
  mayAssess: boolean;
  mayGrade: boolean;
  cancelHref: string;
};

const late = (load: () => Promise<ComponentType<Fields>>) => lazy(async () => ({ default: await load() }));

const FORMS: Record<RecordKind, ComponentType<Fields>> = {
  station: late(async () => (await import("@/components/stations/station-form")).StationForm),
  evidence: late(async () => (await import("@/components/evidence/evidence-form")).EvidenceForm),
  claim: late(async () => (await import("@/components/claims/claim-form")).ClaimForm),
  response: late(async () => (await import("@/components/responses/response-form")).ResponseForm),
  event: late(async () => (await import("@/components/events/event-form")).EventForm),
  organization: late(async () => (await import("@/components/organizations/organization-form")).OrganizationForm),
  status_report: late(async () => (await import("@/components/stations/status-report-form")).StatusReportForm),
  reply_request: late(async () => (await import("@/components/replies/reply-form")).ReplyForm),
  coverage: late(async () => (await import("@/components/countries/coverage-form")).CoverageForm),
};

/** The form of a record of any kind on a page that rarely needs one: its script comes when it is asked for. */
export function LateForm({ kind, ...fields }: Fields & { kind: RecordKind }) {
  const t = useTranslations("form");
  const Form = FORMS[kind];
  return (
    <Suspense fallback={<p className="review-loading text-muted">{t("loading")}</p>}>
      <FirstFieldFocused>
        <Form {...fields} />
      </FirstFieldFocused>
    </Suspense>
  );
}

/** Inside the boundary, so that the form is there when it looks for its field. */
function FirstFieldFocused({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus(), []);
  return <div ref={place}>{children}</div>;
}

const FIRST_FIELD = ":is(textarea, select, input:not([type=hidden]))";

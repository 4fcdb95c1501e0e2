import type { PgTable } from "drizzle-orm/pg-core";
import type { FuzzyDate } from "@/lib/dates/edtf";
import type { ClaimInput } from "@/lib/records/claim";
import type { CoverageInput } from "@/lib/records/country-coverage";
import type { RecordKind } from "@/lib/records/editorial";
import type { EventInput } from "@/lib/records/event";
import type { EvidenceInput } from "@/lib/records/evidence";
import type { OrganizationInput } from "@/lib/records/organization";
import type { ReplyRequestInput } from "@/lib/records/reply-request";
import type { ResponseInput } from "@/lib/records/response";
import { rowField } from "@/lib/records/rows";
import type { StationInput } from "@/lib/records/station";
import type { StatusReportInput } from "@/lib/records/status-report";
import * as tables from "../schema";
import type { editorial } from "../schema/columns";
import type { IdLookup } from "./id-lookup";

export type RecordInputs = {
  organization: OrganizationInput;
  station: StationInput;
  evidence: EvidenceInput;
  claim: ClaimInput;
  response: ResponseInput;
  event: EventInput;
  status_report: StatusReportInput;
  reply_request: ReplyRequestInput;
  coverage: CoverageInput;
};

type Content<T extends PgTable> = Omit<
  T["$inferInsert"],
  Exclude<keyof ReturnType<typeof editorial>, "note" | "internalNote">
>;

/** A link table whose rows belong to the record: they are replaced as a whole when it is revised. */
type Links<Input> = {
  readonly table: PgTable;
  readonly owner: string;
  rows(input: Input, id: IdLookup): Record<string, unknown>[];
};

/** How a record kind's input becomes a row and its links. Snapshots keep the input itself, with slugs for references. */
type RecordMapper<Kind extends RecordKind> = {
  columns(input: RecordInputs[Kind], id: IdLookup): Record<string, unknown>;
  readonly links: readonly Links<RecordInputs[Kind]>[];
};

const dated = <Key extends string>(key: Key, date: FuzzyDate | null) =>
  ({
    [`${key}Edtf`]: date?.edtf ?? null,
    [`${key}From`]: date?.from ?? null,
    [`${key}To`]: date?.to ?? null,
  }) as Record<`${Key}Edtf` | `${Key}From` | `${Key}To`, string | null>;

const linked = <Input>(
  table: PgTable,
  owner: string,
  column: string,
  kind: RecordKind,
  field: keyof Input & string,
): Links<Input> => ({
  table,
  owner,
  rows: (input, id) => (input[field] as string[]).map((slug) => ({ [column]: id(kind, slug, field) })),
});

const station: RecordMapper<"station"> = {
  columns: ({ operator, firstReported, ...input }, id): Content<typeof tables.stations> => ({
    ...input,
    operatorId: id("organization", operator, "operator"),
    ...dated("firstReported", firstReported),
  }),
  links: [],
};

const organization: RecordMapper<"organization"> = {
  columns: (input): Content<typeof tables.organizations> => input,
  links: [],
};

const evidence: RecordMapper<"evidence"> = {
  columns: ({ publisher, carriedBy, published, stations, ...input }, id): Content<typeof tables.evidence> => ({
    ...input,
    publisherId: id("organization", publisher, "publisher"),
    carriedById: id("organization", carriedBy, "carriedBy"),
    ...dated("published", published),
  }),
  links: [linked(tables.evidenceStations, "evidenceId", "stationId", "station", "stations")],
};

const claim: RecordMapper<"claim"> = {
  columns: (
    { station: place, relayedBy, asserted, period, claimants, stances, disputes, ...input },
    id,
  ): Content<typeof tables.claims> => ({
    ...input,
    stationId: id("station", place, "station"),
    relayedById: id("organization", relayedBy, "relayedBy"),
    ...dated("asserted", asserted),
    ...dated("period", period),
  }),
  links: [
    {
      table: tables.claimClaimants,
      owner: "claimId",
      rows: (input, id) =>
        input.claimants.map((slug, index) => ({
          organizationId: id("organization", slug, "claimants"),
          place: index,
        })),
    },
    {
      table: tables.claimEvidence,
      owner: "claimId",
      rows: (input, id) =>
        input.stances.map(({ evidence: item, origin, ...stance }, row) => ({
          ...stance,
          evidenceId: id("evidence", item, rowField("stances", row, "evidence")),
          originId: id("organization", origin, rowField("stances", row, "origin")),
        })),
    },
    linked(tables.claimDisputes, "claimId", "disputedId", "claim", "disputes"),
  ],
};

const response: RecordMapper<"response"> = {
  columns: (
    { authority, given, stations, evidence: items, answers, ...input },
    id,
  ): Content<typeof tables.responses> => ({
    ...input,
    authorityId: id("organization", authority, "authority"),
    ...dated("given", given),
  }),
  links: [
    linked(tables.responseStations, "responseId", "stationId", "station", "stations"),
    linked(tables.responseEvidence, "responseId", "evidenceId", "evidence", "evidence"),
    {
      table: tables.responseClaims,
      owner: "responseId",
      rows: (input, id) =>
        input.answers.map(({ claim: slug, answer }, row) => ({
          answer,
          claimId: id("claim", slug, rowField("answers", row, "claim")),
        })),
    },
  ],
};

const event: RecordMapper<"event"> = {
  columns: ({ occurred, evidence: items, ...input }): Content<typeof tables.events> => ({
    ...input,
    ...dated("occurred", occurred),
  }),
  links: [linked(tables.eventEvidence, "eventId", "evidenceId", "evidence", "evidence")],
};

const status_report: RecordMapper<"status_report"> = {
  columns: (
    { station: place, response: basis, evidence: item, asOf, ...input },
    id,
  ): Content<typeof tables.statusReports> => ({
    ...input,
    stationId: id("station", place, "station"),
    responseId: id("response", basis, "response"),
    evidenceId: id("evidence", item, "evidence"),
    ...dated("asOf", asOf),
  }),
  links: [],
};

const reply_request: RecordMapper<"reply_request"> = {
  columns: ({ respondent, stations, claims, ...input }, id): Content<typeof tables.replyRequests> => ({
    ...input,
    respondentId: id("organization", respondent, "respondent"),
  }),
  links: [
    linked(tables.replyRequestStations, "requestId", "stationId", "station", "stations"),
    linked(tables.replyRequestClaims, "requestId", "claimId", "claim", "claims"),
  ],
};

const coverage: RecordMapper<"coverage"> = {
  columns: ({ examiners, evidence: items, asOf, ...input }): Content<typeof tables.coverage> => ({
    ...input,
    ...dated("asOf", asOf),
  }),
  links: [
    linked(tables.coverageExaminers, "coverageId", "organizationId", "organization", "examiners"),
    linked(tables.coverageEvidence, "coverageId", "evidenceId", "evidence", "evidence"),
  ],
};

export const RECORD_MAPPERS: { readonly [Kind in RecordKind]: RecordMapper<Kind> } = {
  organization,
  station,
  evidence,
  claim,
  response,
  event,
  status_report,
  reply_request,
  coverage,
};

import type { RecordKind } from "@/lib/records/editorial";
import { claimLink, evidenceFiling } from "@/lib/records/evidence-filing";
import { organizationInput } from "@/lib/records/organization";
import type { Actor } from "@/lib/workflow/actor";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { recordClaim, reviseClaim } from "../../access/claims/claims";
import { recordCoverage, reviseCoverage } from "../../access/countries/coverage";
import { recordEvent, reviseEvent } from "../../access/events/events";
import { recordEvidence, reviseEvidence } from "../../access/evidence/evidence";
import { fileEvidence, linkEvidence, writeLink } from "../../access/evidence/file-evidence";
import { eraseContent } from "../../access/history/erasures";
import { restoreVersion } from "../../access/history/restoring";
import { recordOrganization, reviseOrganization } from "../../access/organizations/organizations";
import type { RecordInputs } from "../../access/record-mappers";
import { recordNamed, recordOne, reviseDistinct, reviseOne } from "../../access/record-one";
import { reviseAll, type WrittenRecord } from "../../access/records";
import type { RecordSnapshot } from "../../access/records/record-snapshot";
import { recordAnswer, recordReplyEntry } from "../../access/replies/replies";
import { recordReplyRequest, reviseReplyRequest } from "../../access/replies/reply-requests";
import { recordResponse, reviseResponse } from "../../access/responses/responses";
import { recordStation, reviseStation } from "../../access/stations/stations";
import { recordStatusReport, reviseStatusReport } from "../../access/stations/status-reports";
import { recordAll } from "../../access/workflow/record-all";
import { transaction } from "../../client";
import {
  makeClaim,
  makeCoverage,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeReplyRequest,
  makeResponse,
  makeStation,
  makeStatusReport,
} from "../make";
import type { MatrixRow } from "./matrix-row";

type Maker<Kind extends RecordKind> = (
  desk: Actor,
  overrides?: Record<string, unknown>,
) => Promise<RecordSnapshot<Kind>>;
type Recording<Kind extends RecordKind> = (
  actor: Actor,
  recorded: { input: RecordInputs[Kind]; distinctFrom: readonly string[] },
) => Promise<WrittenRecord>;
type Revising<Kind extends RecordKind> = (
  actor: Actor,
  revised: { slug: string; basedOn: number; input: RecordInputs[Kind] },
) => Promise<WrittenRecord>;

/** Something of this kind recorded anew, and a draft of somebody else's revised. */
function writing<Kind extends RecordKind>(
  kind: Kind,
  make: Maker<Kind>,
  record: Recording<Kind>,
  revise: Revising<Kind>,
): [record: MatrixRow, revise: MatrixRow] {
  const takes = WRITE_PERMISSIONS[kind];
  return [
    {
      takes,
      ask: async (actor, { desk }) => {
        const { slug, input } = await make(desk);
        return record(actor, { input, distinctFrom: [slug] });
      },
    },
    {
      takes,
      ask: async (actor, { desk }) => {
        const { slug, version, input } = await make(desk);
        return revise(actor, { slug, basedOn: version, input: { ...input, note: "Checked" } });
      },
    },
  ];
}

const [station, stationAgain] = writing("station", makeStation, recordStation, reviseStation);
const [item, itemAgain] = writing(
  "evidence",
  (desk) => makeEvidence(desk, { url: null }),
  recordEvidence,
  reviseEvidence,
);
const [claim, claimAgain] = writing("claim", makeClaim, recordClaim, reviseClaim);
const [answer, answerAgain] = writing("response", makeResponse, recordResponse, reviseResponse);
const [body, bodyAgain] = writing("organization", makeOrganization, recordOrganization, reviseOrganization);
const [event, eventAgain] = writing("event", makeEvent, recordEvent, reviseEvent);
const [report, reportAgain] = writing("status_report", makeStatusReport, recordStatusReport, reviseStatusReport);
const [request, requestAgain] = writing("reply_request", makeReplyRequest, recordReplyRequest, reviseReplyRequest);
const [none, noneAgain] = writing("coverage", makeCoverage, recordCoverage, reviseCoverage);

let places = 0;

/** Records made, revised, restored and erased. */
export const RECORD_WRITES: Readonly<Record<string, readonly MatrixRow[]>> = {
  "stations.recordStation": [station],
  "stations.reviseStation": [stationAgain],
  "evidence.recordEvidence": [item],
  "evidence.reviseEvidence": [itemAgain],
  "file-evidence.fileEvidence": [
    {
      takes: "record evidence",
      ask: async (actor, { desk }) => {
        const claim = await makeClaim(desk);
        const name = `Outlet ${++places}`;
        return fileEvidence(actor, {
          ...evidenceFiling.parse({ title: `Filed ${places}`, kind: "article" }),
          outlet: { input: organizationInput.parse({ name, kind: "news_outlet" }), distinctFrom: [] },
          link: claimLink.parse({ claim: claim.slug, stance: "supports", derivation: "original" }),
          submit: true,
        });
      },
    },
  ],
  "file-evidence.linkEvidence": [
    {
      takes: "record a claim",
      ask: async (actor, { desk }) => {
        const [{ slug: evidence }, claim] = [await makeEvidence(desk, { url: null }), await makeClaim(desk)];
        const link = claimLink.parse({ claim: claim.slug, stance: "supports", derivation: "original" });
        return linkEvidence(actor, { evidence, link });
      },
    },
  ],
  "file-evidence.writeLink": [
    {
      takes: "record a claim",
      ask: async (actor, { desk }) => {
        const [{ slug: evidence }, claim] = [await makeEvidence(desk, { url: null }), await makeClaim(desk)];
        const row = { stance: "supports", derivation: "original", origin: null, quote: null, locator: null } as const;
        return writeLink(actor, evidence, { claim: claim.slug, rowOf: () => row });
      },
    },
  ],
  "claims.recordClaim": [
    claim,
    {
      takes: "assess a claim",
      after: "record a claim",
      ask: async (actor, { desk }) =>
        recordClaim(actor, { input: { ...(await makeClaim(desk)).input, assessment: "contested" } }),
    },
  ],
  "claims.reviseClaim": [
    claimAgain,
    {
      takes: "assess a claim",
      after: "record a claim",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeClaim(desk);
        return reviseClaim(actor, { slug, basedOn: 1, input: { ...input, assessment: "contested" } });
      },
    },
  ],
  "responses.recordResponse": [answer],
  "responses.reviseResponse": [answerAgain],
  "organizations.recordOrganization": [
    body,
    {
      takes: "grade an organization",
      after: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeOrganization(desk);
        return recordOrganization(actor, { input: { ...input, reliability: "B" }, distinctFrom: [slug] });
      },
    },
  ],
  "organizations.reviseOrganization": [
    bodyAgain,
    {
      takes: "grade an organization",
      after: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeOrganization(desk);
        return reviseOrganization(actor, { slug, basedOn: 1, input: { ...input, reliability: "B" } });
      },
    },
  ],
  "events.recordEvent": [event],
  "events.reviseEvent": [eventAgain],
  "status-reports.recordStatusReport": [report],
  "status-reports.reviseStatusReport": [reportAgain],
  "reply-requests.recordReplyRequest": [request],
  "reply-requests.reviseReplyRequest": [requestAgain],
  "replies.recordReplyEntry": [
    {
      takes: "record a reply request",
      ask: async (actor, { desk }) => {
        const { slug } = await makeReplyRequest(desk);
        const entry = {
          kind: "no_reply" as const,
          happenedOn: "2022-12-01",
          dueOn: null,
          response: null,
          note: null,
        };
        return recordReplyEntry(actor, slug, entry);
      },
    },
  ],
  "replies.recordAnswer": [
    {
      takes: "record a reply request",
      ask: async (actor, { desk }) => {
        const [{ slug }, { input }] = [await makeReplyRequest(desk), await makeResponse(desk)];
        return recordAnswer(actor, slug, { input });
      },
    },
  ],
  "coverage.recordCoverage": [none],
  "coverage.reviseCoverage": [noneAgain],
  "record-one.recordNamed": writing(
    "event",
    makeEvent,
    (actor, { input }) => recordNamed(actor, "event", "An event", { input }),
    reviseEvent,
  ).slice(0, 1),
  "record-one.recordOne": writing(
    "event",
    makeEvent,
    (actor, { input }) => recordOne(actor, "event", { slug: `place-${++places}`, input }),
    reviseEvent,
  ).slice(0, 1),
  "record-one.reviseOne": writing("event", makeEvent, recordEvent, (actor, revised) =>
    reviseOne(actor, "event", revised),
  ).slice(1),
  "record-one.reviseDistinct": writing("organization", makeOrganization, recordOrganization, (actor, revised) =>
    reviseDistinct(actor, "organization", revised),
  ).slice(1),
  "record-all.recordAll": writing(
    "event",
    makeEvent,
    (actor, { input }) =>
      transaction(
        async (tx) =>
          (await recordAll(tx, actor, "event", [{ slug: `place-${++places}`, input }]))[0] as WrittenRecord,
      ),
    reviseEvent,
  ).slice(0, 1),
  "records.reviseAll": writing("event", makeEvent, recordEvent, (actor, revised) =>
    transaction(async (tx) => (await reviseAll(tx, actor, "event", [revised]))[0] as WrittenRecord),
  ).slice(1),
  "restoring.restoreVersion": [
    {
      takes: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeOrganization(desk);
        await reviseOne(desk, "organization", { slug, basedOn: 1, input: { ...input, note: "changed" } });
        return restoreVersion(actor, "organization", { slug, version: 1, basedOn: 2, reason: "It was right." });
      },
    },
  ],
  "erasures.eraseContent": [
    {
      takes: "erase content",
      ask: async (actor, { desk }) => {
        const { slug } = await makeOrganization(desk);
        return eraseContent(actor, "organization", { slug, scope: "record", reason: "A court ordered it." });
      },
    },
  ],
};

import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import { flatFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import * as schema from "../../schema";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeReplyRequest,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { listDisputes } from "../claims/claim-disputes";
import type { RecordInputs } from "../record-mappers";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { EDITORIAL_TABLES } from "../tables";
import { gateReasonsOf } from "./gate";
import { BASIS } from "./gate-basis";
import { findProposal } from "./proposal-file";
import { transitionProposal } from "./proposal-transitions";
import { openProposal } from "./proposals";
import { transitionRecord } from "./transitions";

let desk: Actor;
let editor: Actor;
let ground: { station: string; source: string; authority: string; answer: string };
beforeAll(async () => {
  [desk, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const { station, source, authority, answer } = await makePublishedStation(desk);
  ground = { station: station.slug, source: source.slug, authority: authority.slug, answer: answer.slug };
});

type Made = { readonly slug: string; readonly id: string; readonly version: number };
type Fields = Record<string, unknown>;
const stance = (evidence: string, more: Fields = {}) => ({
  evidence,
  stance: "supports",
  derivation: "original",
  ...more,
});

/** A draft of each kind that no gate blocks, with these fields changed. */
const MAKERS: Record<RecordKind, (overrides: Fields) => Promise<Made>> = {
  organization: (overrides) => makeOrganization(desk, overrides),
  station: async (overrides) => {
    const made = await makeStation(desk, overrides);
    await publishRecord("evidence", (await makeEvidence(desk, { stations: [made.slug] })).slug);
    return made;
  },
  evidence: (overrides) => makeEvidence(desk, overrides),
  claim: (overrides) =>
    makeClaim(desk, { claimants: [ground.authority], stances: [stance(ground.source)], ...overrides }),
  response: (overrides) =>
    makeResponse(desk, { authority: ground.authority, evidence: [ground.source], ...overrides }),
  event: (overrides) => makeEvent(desk, { evidence: [ground.source], ...overrides }),
  status_report: (overrides) =>
    makeStatusReport(desk, { station: ground.station, evidence: ground.source, ...overrides }),
  reply_request: (overrides) => makeReplyRequest(desk, { respondent: ground.authority, ...overrides }),
  coverage: (overrides) => makeCoverage(desk, { evidence: [ground.source], ...overrides }),
};

/** A draft of a kind that can be published at once. */
const draftOf = (kind: RecordKind) => MAKERS[kind]({});

type Naming = { readonly kind: RecordKind; readonly other: RecordKind; readonly fields: (slug: string) => Fields };
const only = (field: string) => (slug: string) => ({ [field]: slug });
const beside = (field: string) => (slug: string) => ({ [field]: [ground.source, slug] });

/** Every column that a record rests on, by its name in the database, and how a form fills it beside what is published. */
const RESTS_ON: Record<string, Naming> = {
  "stations.operator_id": { kind: "station", other: "organization", fields: only("operator") },
  "evidence.publisher_id": { kind: "evidence", other: "organization", fields: only("publisher") },
  "evidence.carried_by_id": { kind: "evidence", other: "organization", fields: only("carriedBy") },
  "claims.station_id": { kind: "claim", other: "station", fields: only("station") },
  "claims.relayed_by_id": { kind: "claim", other: "organization", fields: only("relayedBy") },
  "claim_claimants.organization_id": {
    kind: "claim",
    other: "organization",
    fields: (slug) => ({ claimants: [ground.authority, slug] }),
  },
  "claim_evidence.evidence_id": {
    kind: "claim",
    other: "evidence",
    fields: (slug) => ({ stances: [stance(ground.source), stance(slug)] }),
  },
  "claim_evidence.origin_id": {
    kind: "claim",
    other: "organization",
    fields: (slug) => ({ stances: [stance(ground.source, { derivation: "derived", origin: slug })] }),
  },
  "responses.authority_id": { kind: "response", other: "organization", fields: only("authority") },
  "response_evidence.evidence_id": { kind: "response", other: "evidence", fields: beside("evidence") },
  "event_evidence.evidence_id": { kind: "event", other: "evidence", fields: beside("evidence") },
  "status_reports.station_id": { kind: "status_report", other: "station", fields: only("station") },
  "status_reports.evidence_id": {
    kind: "status_report",
    other: "evidence",
    fields: (slug) => ({ evidence: slug, response: ground.answer }),
  },
  "status_reports.response_id": { kind: "status_report", other: "response", fields: only("response") },
  "reply_requests.respondent_id": { kind: "reply_request", other: "organization", fields: only("respondent") },
  "coverage_examiners.organization_id": {
    kind: "coverage",
    other: "organization",
    fields: (slug) => ({ examiners: [slug] }),
  },
  "coverage_evidence.evidence_id": { kind: "coverage", other: "evidence", fields: beside("evidence") },
};

/** Columns that only mention: who may not see the other does not see the mention, and a mention blocks nothing. */
const MENTIONS: Record<string, Naming | null> = {
  "evidence_stations.station_id": {
    kind: "evidence",
    other: "station",
    fields: (slug) => ({ stations: [slug] }),
  },
  "claim_disputes.disputed_id": { kind: "claim", other: "claim", fields: (slug) => ({ disputes: [slug] }) },
  "response_stations.station_id": { kind: "response", other: "station", fields: (slug) => ({ stations: [slug] }) },
  "response_claims.claim_id": {
    kind: "response",
    other: "claim",
    fields: (slug) => ({ answers: [{ claim: slug, answer: "denies" }] }),
  },
  "reply_request_stations.station_id": {
    kind: "reply_request",
    other: "station",
    fields: (slug) => ({ stations: [slug] }),
  },
  "reply_request_claims.claim_id": { kind: "reply_request", other: "claim", fields: (slug) => ({ claims: [slug] }) },
  // An entry of the log comes in without the gate.
  "reply_entries.response_id": null,
};

/** Columns by which a link table, or the log, belongs to its record. */
const OWNERS = [
  "claim_claimants.claim_id",
  "claim_disputes.claim_id",
  "claim_evidence.claim_id",
  "coverage_evidence.coverage_id",
  "coverage_examiners.coverage_id",
  "event_evidence.event_id",
  "evidence_stations.evidence_id",
  "reply_entries.request_id",
  "reply_request_claims.request_id",
  "reply_request_stations.request_id",
  "response_claims.response_id",
  "response_evidence.response_id",
  "response_stations.response_id",
];

const nameOf = (column: { name: string; table: PgTable }) => `${getTableConfig(column.table).name}.${column.name}`;

test("every column of the schema that names a record is rested on, mentions, or says whose link it is", () => {
  const kinds = Object.values(EDITORIAL_TABLES) as PgTable[];
  const names = Object.values<unknown>(schema)
    .filter((table) => table instanceof PgTable)
    .flatMap((table) => getTableConfig(table).foreignKeys)
    .map((key) => key.reference())
    .filter(({ foreignTable }) => kinds.includes(foreignTable))
    .flatMap(({ columns }) => columns.map(nameOf));
  expect(names.sort()).toEqual([...Object.keys(RESTS_ON), ...Object.keys(MENTIONS), ...OWNERS].sort());
  const checks = RECORD_KINDS.flatMap((kind) => BASIS[kind].map(({ names: column }) => `${kind} ${nameOf(column)}`));
  expect(checks.sort()).toEqual(
    Object.entries(RESTS_ON)
      .map(([column, { kind }]) => `${kind} ${column}`)
      .sort(),
  );
});

async function propose(kind: RecordKind, slug: string, change: Fields): Promise<string> {
  const { input, version } = await findRecord(desk, kind, slug);
  const rawInput = { ...flatFields({ ...input, ...change }) };
  const content = { typed: rawInput, reason: "The ministry said so.", correctionNote: null, basedOn: version };
  const proposal = await openProposal(desk, kind, slug, content);
  await transitionProposal(desk, proposal.slug, "submit");
  return proposal.slug;
}
const approve = (proposal: string) => transitionProposal(editor, proposal, "approve", { ticked: "all" });
const REFUSED = { kind: "forbidden", detail: { key: "gate", values: { reason: "rests_on_unpublished" } } };

describe.each(Object.entries(RESTS_ON))("%s", (_column, { kind, other, fields }) => {
  test("a proposal that names a draft is refused until the draft is published", async () => {
    const record = await MAKERS[kind]({});
    await publishRecord(kind, record.slug);
    const draft = await draftOf(other);
    const proposal = await propose(kind, record.slug, fields(draft.slug));
    expect((await findProposal(editor, proposal)).checklist).toContainEqual({
      standing: "blocks",
      key: "rests_on_unpublished",
      count: 1,
      records: [{ kind: other, slug: draft.slug, name: expect.any(String) }],
    });
    await expect(approve(proposal)).rejects.toMatchObject(REFUSED);
    await publishRecord(other, draft.slug);
    await expect(approve(proposal)).resolves.toMatchObject({ state: "applied" });
  });

  test("a draft that names a draft waits for it", async () => {
    const draft = await draftOf(other);
    const record = await MAKERS[kind](fields(draft.slug));
    const reasons = async () => (await gateReasonsOf(db, kind, [record.id])).get(record.id);
    expect(await reasons()).toContain("rests_on_unpublished");
    await publishRecord(other, draft.slug);
    expect(await reasons()).toEqual(["one_person"]);
    await publishRecord(kind, record.slug);
  });
});

const mentioned = Object.entries(MENTIONS).flatMap(([column, naming]) => (naming ? [{ column, ...naming }] : []));
describe.each(mentioned)("$column", ({ kind, other, fields }) => {
  test("what is only mentioned may be a draft, proposed or at first", async () => {
    const draft = await draftOf(other);
    await publishRecord(kind, (await MAKERS[kind](fields(draft.slug))).slug);
    const record = await MAKERS[kind]({});
    await publishRecord(kind, record.slug);
    const proposal = await propose(kind, record.slug, fields(draft.slug));
    await expect(approve(proposal)).resolves.toMatchObject({ state: "applied" });
  });
});

test("two claims that dispute each other are published one after the other, and show each other then", async () => {
  const first = await MAKERS.claim({});
  const second = await MAKERS.claim({ disputes: [first.slug] });
  const { input } = await findRecord(desk, "claim", first.slug);
  await reviseOne(desk, "claim", {
    slug: first.slug,
    input: { ...input, disputes: [second.slug] } as RecordInputs["claim"],
    basedOn: first.version,
  });
  const manager = await makeActor("manager");
  await publishRecord("claim", second.slug);
  expect(await listDisputes(manager, [second.id])).toEqual([]);
  await publishRecord("claim", first.slug);
  expect((await listDisputes(manager, [second.id])).map(({ slug }) => slug)).toEqual([first.slug]);
});

test("every stance has to stand on a published item, also one that contradicts or only mentions", async () => {
  for (const kind of ["contradicts", "mentions", "retracts"]) {
    const draft = await makeEvidence(desk);
    const claim = await MAKERS.claim({ stances: [stance(ground.source), stance(draft.slug, { stance: kind })] });
    for (const step of ["submit", "approve"] as const) await transitionRecord(editor, "claim", claim.slug, step);
    await expect(transitionRecord(editor, "claim", claim.slug, "publish", { ticked: "all" })).rejects.toMatchObject(
      REFUSED,
    );
  }
});

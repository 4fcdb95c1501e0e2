import type { RecordKind, RecordState } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import type { Actor } from "@/lib/workflow/actor";
import type { ProposalState } from "@/lib/workflow/proposal";
import { TRANSITIONS } from "@/lib/workflow/workflow";
import type { RecordInputs } from "../../access/record-mappers";
import { recordOne } from "../../access/record-one";
import { waiveReply } from "../../access/replies/waivers";
import { transitionRecord } from "../../access/workflow/transitions";
import { makeActor } from "../make";

/** What the sequences work on: a few records of the kinds between which the gate looks, and what is proposed on them. */
type PoolKind = "organization" | "evidence" | "station" | "claim" | "status_report";
export const POOL_KINDS: readonly PoolKind[] = ["organization", "evidence", "station", "claim", "status_report"];

/** What the test believes of a record: it counts each successful call, and is compared with what is stored. */
export type PoolRecord = {
  readonly kind: PoolKind;
  readonly slug: string;
  version: number;
  state: RecordState;
  waived: boolean;
  waiverRevisions: number;
};
export type PoolProposal = {
  readonly slug: string;
  readonly record: PoolRecord;
  version: number;
  state: ProposalState;
  corrects: boolean;
};
export type SequencePool = {
  readonly name: string;
  readonly records: PoolRecord[];
  readonly proposals: PoolProposal[];
};

export type SequenceDesk = Readonly<
  Record<"reporter" | "colleague" | "editor" | "other" | "admin" | "manager", Actor>
>;

export async function makeDesk(): Promise<SequenceDesk> {
  return {
    reporter: await makeActor("reporter"),
    colleague: await makeActor("reporter"),
    editor: await makeActor("editor"),
    other: await makeActor("editor"),
    admin: await makeActor("admin"),
    manager: await makeActor("manager"),
  };
}

const STATUSES = ["reported", "ordered_closed", "closure_confirmed", "denied"] as const;

/** One of the things that a record of this kind can say; the same number says the same. */
export function inputFor<Kind extends PoolKind>(pool: SequencePool, kind: Kind, pick: number): RecordInputs[Kind] {
  const note = `Note ${pick % 7}`;
  const item = `${pool.name}-evidence`;
  const place = pick % 5 === 0 ? `${pool.name}-station-2` : `${pool.name}-station`;
  const rawInputs: Record<PoolKind, Record<string, unknown>> = {
    organization: { name: "Newsroom", kind: "news_outlet", reliability: pick % 4 === 0 ? "D" : null, note },
    evidence: {
      title: "Article",
      kind: "article",
      language: "en",
      publisher: `${pool.name}-organization`,
      url: pick % 9 === 0 ? null : "https://example.org/article",
      stations: pick % 6 === 0 ? [] : [`${pool.name}-station`],
      sharing: pick % 8 === 0 ? "RED" : "CLEAR",
      note,
    },
    station: {
      name: "Station",
      kind: "overseas_police_service_station",
      country: "NL",
      ...(pick % 10 === 0 ? { latitude: 52.1, longitude: 4.3, locationPrecision: "exact" } : {}),
      note,
    },
    claim: {
      proposition: "There is a station",
      subject: "station_exists",
      scope: "station",
      country: "NL",
      station: place,
      position: pick % 4 === 0 ? "denies" : "asserts",
      claimants: [`${pool.name}-organization`],
      stances: pick % 6 === 0 ? [] : [{ evidence: item, stance: "supports", derivation: "original" }],
      note,
    },
    status_report: {
      station: place,
      status: STATUSES[pick % STATUSES.length],
      evidence: item,
      asOf: "2022-11",
      note,
    },
  };
  return RECORD_INPUTS[kind].parse(rawInputs[kind]) as RecordInputs[Kind];
}

const UP_TO_STATION: readonly PoolKind[] = ["organization", "evidence", "station"];
const EVERYTHING: readonly PoolKind[] = [...UP_TO_STATION, "claim", "status_report"];
/** What is published before, the last twice as often: steps that lie many others deep come within reach. */
export const PUBLISHED_BEFORE: readonly (readonly PoolKind[])[] = [[], UP_TO_STATION, EVERYTHING, EVERYTHING];

/** A pool of six drafts, written by a reporter, of which those of some kinds are published. */
export async function makePool(
  desk: SequenceDesk,
  name: string,
  published: readonly PoolKind[],
): Promise<SequencePool> {
  const pool: SequencePool = { name, records: [], proposals: [] };
  for (const [kind, slug] of [
    ["organization", `${name}-organization`],
    ["station", `${name}-station`],
    ["station", `${name}-station-2`],
    ["evidence", `${name}-evidence`],
    ["claim", `${name}-claim`],
    ["status_report", `${name}-status-report`],
  ] as const) {
    await addRecord(pool, desk.reporter, kind, slug, 1);
  }
  for (const kind of published) {
    const record = pool.records.find((one) => one.kind === kind);
    if (record) await publish(desk, record);
  }
  return pool;
}

async function publish(desk: SequenceDesk, record: PoolRecord): Promise<void> {
  const { kind, slug } = record;
  if (kind === "station" || kind === "claim") {
    await waiveReply(desk.editor, kind, slug, "Nobody left to ask");
    Object.assign(record, { waived: true, waiverRevisions: 1 });
  }
  for (const step of ["submit", "approve", "publish"] as const) {
    await transitionRecord(step === "submit" ? desk.reporter : desk.editor, kind, slug, step, { ticked: "all" });
    record.version += 1;
    record.state = TRANSITIONS[step].to;
  }
}

export async function addRecord(
  pool: SequencePool,
  actor: Actor,
  kind: PoolKind,
  slug: string,
  pick: number,
): Promise<void> {
  await recordOne(actor, kind as RecordKind, { slug, input: inputFor(pool, kind, pick) });
  pool.records.push({ kind, slug, version: 1, state: "draft", waived: false, waiverRevisions: 0 });
}

import { LOADED } from "@/lib/history/loader-reason";
import { type AlikeContent, type AlikeKind, type AlikeRecord, canBeAlike } from "@/lib/records/likeness";
import { CAUTIONS, type Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason } from "@/lib/workflow/gate";
import { recordAll, reviseAll } from "../access/records";
import { listAlikeBeside } from "../access/records/alike";
import { lockRecords } from "../access/records/record-content";
import { gateOutcomesOf } from "../access/workflow/checklists";
import { transitionAll } from "../access/workflow/transitions";
import type { Tx } from "../client";
import { comparePlanned, type PlanComparison } from "./compare";
import type { DossierPlan, PlannedKind, PlannedRecord } from "./plan";
import { PLANNED_KINDS } from "./plan";

/** In this order the gate sees published what each record rests on: sources first, then answers, then what they are about. */
const PUBLISHING_ORDER = [
  "organization",
  "evidence",
  "response",
  "station",
  "claim",
  "status_report",
  "event",
  "coverage",
] as const satisfies readonly PlannedKind[];

export type DossierDesk = { readonly author: Actor; readonly approver: Actor };
type PublicationCounts = { published: number; inReview: number; draft: number; other: number };
export type DossierChange = { readonly kind: PlannedKind; readonly slug: string; readonly fields: readonly string[] };
export type DossierWriteResult = {
  readonly recorded: Record<PlannedKind, number>;
  readonly publicationCounts: Record<PlannedKind, PublicationCounts>;
  readonly revised: DossierChange[];
  /** Changed in the file, left as they are: published ones wait for a proposal, others were changed by the desk as well. */
  readonly published: DossierChange[];
  readonly contested: DossierChange[];
  readonly vanished: { readonly kind: PlannedKind; readonly slug: string }[];
  /** What is new in the files and may be on file already, under another name. It is loaded all the same. */
  readonly alike: { readonly kind: PlannedKind; readonly slug: string; readonly to: readonly AlikeRecord[] }[];
  /** What keeps records in review, with how many. */
  readonly reasons: Record<PlannedKind, Partial<Record<GateReason | Caution, number>>>;
};

const perKind = <T>(make: () => T) =>
  Object.fromEntries(PLANNED_KINDS.map((kind) => [kind, make()])) as Record<PlannedKind, T>;

/** Writes what a plan adds or changes, sends it to review, and publishes what the gate lets through. */
export async function writePlan(
  tx: Tx,
  desk: DossierDesk,
  plan: DossierPlan,
  onProgress: (sentence: string) => void,
): Promise<DossierWriteResult> {
  const written: DossierWriteResult = {
    recorded: perKind(() => 0),
    publicationCounts: perKind(() => ({ published: 0, inReview: 0, draft: 0, other: 0 })),
    revised: [],
    published: [],
    contested: [],
    vanished: [],
    alike: [],
    reasons: perKind(() => ({})),
  };
  const ready = perKind<string[]>(() => []);
  for (const kind of PLANNED_KINDS) {
    const comparison = await comparePlanned(tx, desk.author, kind, plan.of(kind));
    written.alike.push(...(await findAlike(desk.author, kind, comparison.added, [...plan.of(kind).keys()])));
    await writeContent(tx, desk.author, kind, comparison);
    ready[kind] = await submit(tx, desk.author, kind, comparison);
    written.recorded[kind] = comparison.added.length;
    for (const effect of ["revised", "published", "contested"] as const) {
      const rows = comparison[effect];
      written[effect].push(...rows.map(({ planned, changed }) => ({ kind, slug: planned.slug, fields: changed })));
    }
    written.vanished.push(...comparison.vanished.map((slug) => ({ kind, slug })));
    onProgress(`${plan.of(kind).size} ${kind.replace("_", " ")} records held against the database`);
  }
  for (const kind of PUBLISHING_ORDER) {
    written.reasons[kind] = await publish(tx, desk.approver, kind, ready[kind]);
    written.publicationCounts[kind] = await countPublished(tx, desk.author, kind, [...plan.of(kind).keys()]);
    onProgress(`${written.publicationCounts[kind].published} ${kind.replace("_", " ")} records published`);
  }
  return written;
}

async function findAlike(author: Actor, kind: PlannedKind, added: readonly PlannedRecord[], slugs: string[]) {
  if (!canBeAlike(kind)) return [];
  const contents = added.map(({ slug, input }) => [slug, input as unknown as AlikeContent[AlikeKind]] as const);
  const found = await listAlikeBeside(author, kind as AlikeKind, new Map(contents), slugs);
  return [...found].map(([slug, to]) => ({ kind, slug, to }));
}

const reasonFor = ({ from, held }: PlannedRecord) =>
  held === null ? `${LOADED}: ${from.file}.` : `${LOADED}: ${from.file}. Held as a draft. ${held}`;

async function writeContent<Kind extends PlannedKind>(
  tx: Tx,
  author: Actor,
  kind: Kind,
  { added, revised }: PlanComparison<Kind>,
): Promise<void> {
  await recordAll(
    tx,
    author,
    kind,
    added.map((planned) => ({ slug: planned.slug, input: planned.input, reason: reasonFor(planned) })),
  );
  await reviseAll(
    tx,
    author,
    kind,
    revised.map(({ planned, version }) => ({
      slug: planned.slug,
      input: planned.input,
      basedOn: version,
      reason: reasonFor(planned),
    })),
  );
}

/** Drafts that are as the file has them, and that nothing holds, go to review. Gives all that is then in review. */
async function submit<Kind extends PlannedKind>(
  tx: Tx,
  author: Actor,
  kind: Kind,
  { added, revised, same }: PlanComparison<Kind>,
): Promise<string[]> {
  const present = [...added, ...[...revised, ...same].map(({ planned }) => planned)];
  const free = present.filter(({ held }) => held === null).map(({ slug }) => slug);
  const stored = await lockRecords(tx, author, kind, free);
  const inState = (state: string) => free.filter((slug) => stored.get(slug)?.state === state);
  const [drafts, inReview] = [inState("draft"), inState("in_review")];
  await transitionAll(tx, author, kind, drafts, "submit", { reason: `${LOADED}.` });
  return [...drafts, ...inReview];
}

/** Approves and publishes what nothing but the missing approval blocks, and no slip is feared of. Gives what keeps the others. */
async function publish(tx: Tx, approver: Actor, kind: PlannedKind, slugs: readonly string[]) {
  const stored = await lockRecords(tx, approver, kind, slugs);
  const ids = [...stored.values()].map(({ id }) => id);
  const outcomes = await gateOutcomesOf(tx, kind, ids);
  const reasons: Partial<Record<GateReason | Caution, number>> = {};
  const open: string[] = [];
  for (const { id, slug } of stored.values()) {
    const { reasons: blocks = [], warnings = [] } = outcomes.get(id) ?? {};
    const left = [
      ...blocks.filter((reason) => reason !== "one_person"),
      ...CAUTIONS.filter((one) => warnings.includes(one)),
    ];
    if (left.length === 0) open.push(slug);
    for (const reason of left) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const reason = `${LOADED}: the checklist is complete.`;
  await transitionAll(tx, approver, kind, open, "approve", { reason });
  await transitionAll(tx, approver, kind, open, "publish", { reason, ticked: "all" });
  return reasons;
}

async function countPublished(
  tx: Tx,
  actor: Actor,
  kind: PlannedKind,
  slugs: readonly string[],
): Promise<PublicationCounts> {
  const counts: PublicationCounts = { published: 0, inReview: 0, draft: 0, other: 0 };
  for (const { state } of (await lockRecords(tx, actor, kind, slugs)).values()) {
    if (state === "published" || state === "corrected") counts.published += 1;
    else if (state === "in_review") counts.inReview += 1;
    else if (state === "draft") counts.draft += 1;
    else counts.other += 1;
  }
  return counts;
}

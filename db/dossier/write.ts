import { LOADED } from "@/lib/history/loader-reason";
import type { RecordState } from "@/lib/records/editorial";
import { type AlikeContent, type AlikeKind, type AlikeRecord, canBeAlike } from "@/lib/records/likeness";
import type { Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason } from "@/lib/workflow/gate";
import { stateAfterEdit } from "@/lib/workflow/workflow";
import { reviseAll } from "../access/records";
import { listAlikeBeside } from "../access/records/alike";
import { inParts } from "../access/records/bulk-rows";
import { recordAll } from "../access/workflow/record-all";
import { transitionAll } from "../access/workflow/transitions";
import type { Tx } from "../client";
import { comparePlanned, type PlanComparison } from "./compare";
import type { DossierPlan, PlannedKind, PlannedRecord } from "./plan";
import { PLANNED_KINDS } from "./plan";
import { countPublished, type PublicationCounts } from "./publication-counts";
import { publicationOf, publish, RECORDS_AT_ONCE } from "./publish";

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

type DossierDesk = { readonly author: Actor; readonly approver: Actor };
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
    written.alike.push(...(await findAlike(desk.author, kind, comparison)));
    const published = await writeContent(tx, desk, kind, comparison);
    ready[kind] = await submit(tx, desk.author, kind, comparison, published);
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

async function findAlike(author: Actor, kind: PlannedKind, { added, onFile }: PlanComparison<PlannedKind>) {
  if (!canBeAlike(kind)) return [];
  const contents = added.map(({ slug, input }) => [slug, input as unknown as AlikeContent[AlikeKind]] as const);
  const found = await listAlikeBeside(author, kind as AlikeKind, new Map(contents), onFile);
  return [...found].map(([slug, to]) => ({ kind, slug, to }));
}

const reasonFor = ({ from, held }: PlannedRecord) =>
  held === null ? `${LOADED}: ${from.file}.` : `${LOADED}: ${from.file}. Held as a draft. ${held}`;

const isHeld = ({ held }: Pick<PlannedRecord, "held">) => held !== null;

/** What is new goes to review as it is written, unless something holds it. Gives the slugs of what is published by then. */
async function writeContent<Kind extends PlannedKind>(
  tx: Tx,
  { author, approver }: DossierDesk,
  kind: Kind,
  { added, revised }: PlanComparison<Kind>,
): Promise<ReadonlySet<string>> {
  const publication = publicationOf(kind, approver);
  const published = new Set<string>();
  // Claims name each other: those that one disputes have to be of the same batch.
  for (const part of inParts(added, kind === "claim" ? added.length : RECORDS_AT_ONCE)) {
    const entries = part.map((planned) => ({
      ...contentOf(planned),
      reason: reasonFor(planned),
      submitted: isHeld(planned) ? null : `${LOADED}.`,
    }));
    const written = await recordAll(tx, author, kind, entries, publication);
    for (const { slug, isPublished } of written) if (isPublished) published.add(slug);
  }
  for (const part of inParts(revised, RECORDS_AT_ONCE)) {
    const edits = part.map(({ planned, version }) => ({
      ...contentOf(planned),
      basedOn: version,
      reason: reasonFor(planned),
    }));
    await reviseAll(tx, author, kind, edits);
  }
  return published;
}

const contentOf = <Kind extends PlannedKind>({ slug, input }: PlannedRecord<Kind>) => ({ slug, input });

/** Drafts that are as the file has them, and that nothing holds, go to review. Gives all that is then in review. */
async function submit<Kind extends PlannedKind>(
  tx: Tx,
  author: Actor,
  kind: Kind,
  { added, revised, same }: PlanComparison<Kind>,
  published: ReadonlySet<string>,
): Promise<string[]> {
  const present = [
    ...added.map((planned) => ({ planned, state: "in_review" as const })),
    ...revised.map(({ planned, state }) => ({ planned, state: stateAfterEdit(state) })),
    ...same,
  ];
  const free = present.filter(({ planned }) => !isHeld(planned) && !published.has(planned.slug));
  const inState = (wanted: RecordState) =>
    free.filter(({ state }) => state === wanted).map(({ planned }) => planned.slug);
  const [drafts, inReview] = [inState("draft"), inState("in_review")];
  for (const part of inParts(drafts, RECORDS_AT_ONCE)) {
    await transitionAll(tx, author, kind, part, "submit", { reason: `${LOADED}.` });
  }
  return [...drafts, ...inReview];
}

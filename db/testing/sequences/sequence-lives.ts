import { canonicalJson } from "@/lib/text/canonical-json";
import { passesGate } from "./sequence-gate";
import { type CheckRule, type Life, OUT, type RevisionDetailMap } from "./sequence-life";
import type { PoolRow } from "./sequence-pool-rows";

const EDITORS = new Set(["editor", "admin"]);
/** Which states one action leads from, and to; written down by hand from product.md. */
const MOVES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  submit: ["draft changes_requested", "in_review"],
  recall: ["in_review", "draft"],
  request_changes: ["in_review approved", "changes_requested"],
  approve: ["in_review", "approved"],
  publish: ["approved", "published"],
  unpublish: ["published corrected", "unpublished"],
  retract: ["published corrected unpublished", "retracted"],
  reopen: ["unpublished retracted", "draft"],
  trash: ["draft changes_requested", "trashed"],
  restore: ["trashed", "draft"],
  apply: ["published corrected", "published corrected"],
  correct: ["published corrected", "corrected"],
};
const PROPOSAL_MOVES: typeof MOVES = {
  submit: ["draft changes_requested", "in_review"],
  request_changes: ["in_review", "changes_requested"],
  approve: ["in_review", "applied"],
  reject: ["in_review", "rejected"],
  withdraw: ["draft in_review changes_requested", "withdrawn"],
};
const BY_EDITORS = new Set([
  ...["request_changes", "approve", "publish", "unpublish", "retract", "reopen", "reject", "grant", "end"],
]);
const WITH_REASON = new Set(["request_changes", "unpublish", "retract", "reopen", "reject", "grant"]);

const contentOf = ({ state: _state, ...content }: RevisionDetailMap) => canonicalJson(content);

/** Follows one revision, and says what of it is against the rules. */
export function followRevision(
  row: PoolRow,
  lives: Map<string, Life>,
  rule: CheckRule,
  notes: Map<number, string>,
): void {
  const verb = row.action.slice(row.kind.length + 1);
  const before = lives.get(row.id);
  const { snapshot } = row;
  const content = contentOf(snapshot);
  rule(row.version === (before?.version ?? 0) + 1, "its version does not follow");
  rule(!BY_EDITORS.has(verb) || EDITORS.has(row.role), `a ${row.role} took this step`);
  rule(row.role !== "manager", "a manager wrote");
  rule(!WITH_REASON.has(verb) || row.reason?.trim(), "there is no reason");
  const life: Life = {
    kind: row.kind,
    slug: String(snapshot.slug ?? ""),
    version: row.version,
    state: String(snapshot.state ?? ""),
    content,
    snapshot,
    writers: new Set(before?.writers),
    approved: before?.approved ?? null,
    approver: before?.approver ?? null,
    waiver: before?.waiver ?? null,
  };
  lives.set(row.id, life);
  if (row.kind === "waiver") {
    const record = lives.get((snapshot.record as { id: string }).id);
    rule(verb === (before ? "end" : "grant"), "a waiver is granted and then ended");
    rule(!record || before || !record.writers.has(row.author), "one of its writers waived the reply");
    rule(!record || Boolean(record.waiver) === Boolean(before), "two waivers stand, or none ended");
    if (record) record.waiver = before ? null : row.author;
    return;
  }
  if (row.kind === "proposal") followProposal(row, verb, before, life, rule);
  else followRecord(row, verb, before, life, rule, lives, notes);
}

const step = (moves: typeof MOVES, verb: string, before: Life | undefined, life: Life, rule: CheckRule) => {
  const [from = "", to = ""] = moves[verb] ?? [];
  rule(
    from.split(" ").includes(before?.state ?? "") && to.split(" ").includes(life.state),
    `${before?.state} → ${life.state}`,
  );
};

function followProposal(row: PoolRow, verb: string, before: Life | undefined, life: Life, rule: CheckRule): void {
  if (verb === "open" || verb === "revise") {
    life.writers.add(row.author);
    rule(
      life.state === "draft" || (verb === "revise" && life.state === "changes_requested"),
      `edited into ${life.state}`,
    );
    return;
  }
  step(PROPOSAL_MOVES, verb, before, life, rule);
  rule(life.content === before?.content, "a step changed what is proposed");
  const decides = ["request_changes", "approve", "reject"].includes(verb);
  rule(!decides || !life.writers.has(row.author), "decided by one of its writers");
  rule(verb !== "withdraw" || life.writers.has(row.author), "withdrawn by somebody who wrote none of it");
}

function followRecord(
  row: PoolRow,
  verb: string,
  before: Life | undefined,
  life: Life,
  rule: CheckRule,
  lives: ReadonlyMap<string, Life>,
  notes: ReadonlyMap<number, string>,
): void {
  const writers = [row.author, ...(row.detail?.writers ?? [])];
  if (verb === "record" || verb === "revise") {
    rule(life.state !== "approved" && !OUT.has(life.state), `edited into ${life.state}`);
    rule(!before || !OUT.has(before.state), "a published record was edited in place");
    Object.assign(life, { approved: null, approver: null });
    life.writers.add(row.author);
    return;
  }
  step(MOVES, verb, before, life, rule);
  if (verb === "apply" || verb === "correct") {
    const approver = row.detail?.approvedBy ?? null;
    rule(approver && !writers.includes(approver), "one of its writers approved it");
    const proposal = [...lives.values()].find(
      ({ kind, slug }) => kind === "proposal" && slug === row.detail?.proposal,
    );
    rule(
      proposal && [...proposal.writers].sort().join() === [...(row.detail?.writers ?? [])].sort().join(),
      "not all writers are named",
    );
    rule(proposal && approver && !proposal.writers.has(approver), "a writer of the proposal approved it");
    rule(verb !== "correct" || notes.get(row.seq) === "correction", "a correction has no public note");
    Object.assign(life, { approved: life.content, approver });
    for (const writer of writers) life.writers.add(writer);
  } else {
    rule(life.content === before?.content, "a step changed the content");
  }
  if (verb === "approve" || verb === "request_changes")
    rule(!life.writers.has(row.author), "decided by one of its writers");
  if (verb === "recall") rule(life.writers.has(row.author), "recalled by somebody who wrote none of it");
  if (verb === "approve") Object.assign(life, { approved: life.content, approver: row.author });
  if (verb === "request_changes" || verb === "reopen") Object.assign(life, { approved: null, approver: null });
  rule(verb !== "retract" || notes.get(row.seq) === "retraction", "a retraction has no public note");
  rule(!OUT.has(life.state) || life.approved === life.content, "public without another person's approval");
  if (verb === "publish" || verb === "apply" || verb === "correct") passesGate(row, life, rule, lives);
}

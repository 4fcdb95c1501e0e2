import { sql } from "drizzle-orm";
import { canonicalJson } from "@/lib/canonical-json";
import { db } from "../client";
import type { Pool } from "./sequence-pool";

/*
 * The newsroom's rules, said a second time and in other words than the code that keeps them: read from rows and revisions
 * alone, with none of lib/workflow.ts, lib/gate.ts or db/access.
 */

type Row = {
  seq: number;
  kind: string;
  id: string;
  version: number;
  action: string;
  snapshot: Record<string, unknown>;
  reason: string | null;
  detail: { writers?: string[]; approvedBy?: string; ticked?: string[]; proposal?: string } | null;
  author: string;
  role: string;
};
type Stored = { kind: string; id: string; slug: string; state: string; version: number; decider: string | null };

const RECORDS = sql.raw(
  [
    ["organization", "organizations"],
    ["station", "stations"],
    ["evidence", "evidence"],
    ["claim", "claims"],
    ["status_report", "status_reports"],
  ]
    .map(
      ([kind, table]) =>
        `select '${kind}' as kind, id, slug, state::text, version, approved_by as decider, slug as owner from ${table}`,
    )
    .join(" union all "),
);

/** Everything that happened to a pool, in the order of the chain, and how its rows stand now. */
async function readPool(pool: Pool) {
  const slugs = `{${pool.records.map(({ slug }) => slug).join(",")}}`;
  const stored = (await db.execute(sql`
    with own as (select * from (${RECORDS}) as record where owner = any(${slugs}::text[]))
    select kind, id, slug, state, version, decider from own
    union all select 'proposal', p.id, p.slug, p.state::text, p.version, p.decided_by from proposals p where p.record_id in (select id from own)
    union all select 'waiver', w.id, '', '', case when w.ended_at is null then 1 else 2 end, null from waivers w where w.record_id in (select id from own)`)) as unknown as Stored[];
  const ids = `{${stored.map(({ id }) => id).join(",")}}`;
  const rows = (await db.execute(sql`
    select r.seq::int, r.record_kind::text as kind, r.record_id as id, r.version, r.action, r.snapshot, r.reason, r.detail,
      r.author_id as author, p.role::text
    from revisions r join people p on p.id = r.author_id where r.record_id = any(${ids}::uuid[]) order by r.seq`)) as unknown as Row[];
  const notes = (await db.execute(sql`
    select seq::int, kind::text, length(trim(note)) as length from corrections where record_id = any(${ids}::uuid[])`)) as unknown as {
    seq: number;
    kind: string;
    length: number;
  }[];
  const statuses = (await db.execute(
    sql`select slug, status::text from stations where slug = any(${slugs}::text[])`,
  )) as unknown as { slug: string; status: string }[];
  return { stored, rows, notes, statuses };
}

const OUT = new Set(["published", "corrected"]);
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

type Told = Record<string, unknown>;
/** One record as the history tells it so far. */
type Life = {
  kind: string;
  slug: string;
  version: number;
  state: string;
  content: string;
  snapshot: Told;
  /** Everybody who wrote any of it. */
  writers: Set<string>;
  /** The content that another person approved, while the approval stands. */
  approved: string | null;
  approver: string | null;
  waiver: string | null;
};

const contentOf = ({ state: _state, ...content }: Told) => canonicalJson(content);

/**
 * What is against the rules in the history of a pool; empty when all of them held all the time.
 * @param options.inOrder false: its calls were made at the same moment
 */
export async function brokenRules(pool: Pool, { inOrder }: { inOrder: boolean }): Promise<string[]> {
  const { stored, rows, notes, statuses } = await readPool(pool);
  const broken: string[] = [];
  const lives = new Map<string, Life>();
  const noteAt = new Map(notes.map((note) => [note.seq, note.kind]));
  const byId = new Map(stored.map((row) => [row.id, row]));

  for (const row of rows) {
    const rule = (holds: unknown, what: string) => {
      if (!holds) broken.push(`${row.seq} ${row.action} ${byId.get(row.id)?.slug} v${row.version}: ${what}`);
    };
    follow(row, lives, rule, noteAt);
  }
  for (const { kind, id, slug, state, version, decider } of stored) {
    const life = lives.get(id);
    const rule = (holds: unknown, what: string) => {
      if (!holds) broken.push(`${kind} ${slug}: ${what}`);
    };
    rule(life, "has no revision");
    if (!life) continue;
    rule(life.version === version, `is version ${version}, and its history ends with ${life.version}`);
    if (kind === "waiver") continue;
    rule(life.state === state, `is ${state}, and its history ends with ${life.state}`);
    if (kind === "proposal") {
      rule(state !== "applied" || (decider && !life.writers.has(decider)), "was applied by one of its writers");
    } else if (OUT.has(state)) {
      rule(life.approved === life.content, "is public with content that nobody approved");
      rule(decider === life.approver, "names another approver than its history");
    }
  }
  broken.push(...wrongCounts(pool, stored, rows, inOrder), ...wrongStatuses(statuses, [...lives.values()]));
  if (notes.length !== rows.filter(({ action }) => /\.(retract|correct)$/.test(action)).length) {
    broken.push("there are more or fewer public notes than corrections and retractions");
  }
  return broken;
}

type Rule = (holds: unknown, what: string) => void;

function follow(row: Row, lives: Map<string, Life>, rule: Rule, notes: Map<number, string>): void {
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

const step = (moves: typeof MOVES, verb: string, before: Life | undefined, life: Life, rule: Rule) => {
  const [from = "", to = ""] = moves[verb] ?? [];
  rule(
    from.split(" ").includes(before?.state ?? "") && to.split(" ").includes(life.state),
    `${before?.state} → ${life.state}`,
  );
};

function followProposal(row: Row, verb: string, before: Life | undefined, life: Life, rule: Rule): void {
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
  row: Row,
  verb: string,
  before: Life | undefined,
  life: Life,
  rule: Rule,
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

/** Nobody answers in these sequences: what accuses needs a waiver. */
function passesGate(row: Row, life: Life, rule: Rule, lives: ReadonlyMap<string, Life>): void {
  const { snapshot } = life;
  const out = (kind: string, slug: unknown) =>
    [...lives.values()].find((other) => other.kind === kind && other.slug === slug && OUT.has(other.state));
  const waived = () => {
    rule(life.waiver, "nobody accused was heard, and nobody waived it");
    rule(row.detail?.ticked?.includes("answer_waived"), "that the answer was waived was not ticked");
  };
  if (life.kind === "evidence") rule(snapshot.url, "there is no source");
  if (life.kind === "station") {
    const citing = [...lives.values()].some(
      ({ kind, state, snapshot: item }) =>
        kind === "evidence" && OUT.has(state) && (item.stations as string[]).includes(life.slug),
    );
    rule(citing, "no published item is about it");
    rule(snapshot.latitude === null, "its place is exact, and nobody decided how it leaves the desk");
    waived();
  }
  if (life.kind === "claim") {
    const stances = snapshot.stances as { evidence: string }[];
    rule(
      stances.some(({ evidence }) => out("evidence", evidence)),
      "no published item supports it",
    );
    rule(out("station", snapshot.station), "its station is not published");
    rule(
      (snapshot.claimants as string[]).every((slug) => out("organization", slug)),
      "its claimant is not published",
    );
    if (snapshot.position === "asserts") waived();
  }
  if (life.kind === "status_report") {
    rule(out("evidence", snapshot.evidence), "what it rests on is not published");
    rule(out("station", snapshot.station), "its station is not published");
  }
}

/**
 * Every call that succeeded added one revision, and no other did. Of waivers granted at the same moment nobody knows from
 * outside which one it was that stands: they are counted only where the calls came one after another.
 */
function wrongCounts(pool: Pool, stored: readonly Stored[], rows: readonly Row[], inOrder: boolean): string[] {
  const expected = new Map<string, number>([
    ...pool.records.map(({ kind, slug, version }) => [`${kind} ${slug}`, version] as const),
    ...pool.proposals.map(({ slug, version }) => [`proposal ${slug}`, version] as const),
  ]);
  const wrong = stored.flatMap(({ kind, slug, version }) => {
    const calls = expected.get(`${kind} ${slug}`);
    return kind === "waiver" || calls === version
      ? []
      : [`${kind} ${slug}: version ${version} after ${calls} successful calls`];
  });
  const records = stored.filter(({ kind }) => kind !== "waiver").length;
  if (records !== expected.size)
    wrong.push(`${records} records and proposals are stored, ${expected.size} were made`);
  const waivers = pool.records.reduce((sum, { waiverRevisions }) => sum + waiverRevisions, 0);
  const found = rows.filter(({ kind }) => kind === "waiver").length;
  if (inOrder && found !== waivers) wrong.push(`${found} revisions of waivers after ${waivers} successful calls`);
  return wrong;
}

/** The reports here all have the same date: what is unknown apart, the last recorded counts. */
function wrongStatuses(statuses: readonly { slug: string; status: string }[], lives: readonly Life[]): string[] {
  return statuses.flatMap(({ slug, status }) => {
    const reports = lives.filter(
      ({ kind, state, snapshot }) => kind === "status_report" && OUT.has(state) && snapshot.station === slug,
    );
    const last = reports.at(-1)?.snapshot.status ?? "unknown";
    return status === last ? [] : [`station ${slug}: says ${status}, its published reports say ${last}`];
  });
}

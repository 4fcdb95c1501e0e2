import { type Life, OUT } from "./sequence-life";
import { followRevision } from "./sequence-lives";
import type { SequencePool } from "./sequence-pool";
import { type PoolRow, readPool, type StoredPoolRecord } from "./sequence-pool-rows";

/*
 * The newsroom's rules, written a second time, independently of the code that holds them: read from rows and revisions
 * alone, with none of lib/workflow/workflow.ts, lib/workflow/gate.ts or db/access.
 */

/**
 * What is against the rules in the history of a pool; empty when all of them held all the time.
 * @param options.inOrder false: its calls were made at the same moment
 */
export async function brokenRules(pool: SequencePool, { inOrder }: { inOrder: boolean }): Promise<string[]> {
  const { stored, rows, notes, statuses } = await readPool(pool);
  const broken: string[] = [];
  const lives = new Map<string, Life>();
  const noteAt = new Map(notes.map((note) => [note.seq, note.kind]));
  const byId = new Map(stored.map((row) => [row.id, row]));

  for (const row of rows) {
    const rule = (holds: unknown, what: string) => {
      if (!holds) broken.push(`${row.seq} ${row.action} ${byId.get(row.id)?.slug} v${row.version}: ${what}`);
    };
    followRevision(row, lives, rule, noteAt);
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

/**
 * Every call that succeeded added one revision, and no other did. Of waivers granted at the same moment nobody knows from
 * outside which one it was that stands: they are counted only where the calls came one after another.
 */
function wrongCounts(
  pool: SequencePool,
  stored: readonly StoredPoolRecord[],
  rows: readonly PoolRow[],
  inOrder: boolean,
): string[] {
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

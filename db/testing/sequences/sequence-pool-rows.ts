import { sql } from "drizzle-orm";
import { db } from "../../client";
import type { SequencePool } from "./sequence-pool";

export type PoolRow = {
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
export type StoredPoolRecord = {
  kind: string;
  id: string;
  slug: string;
  state: string;
  version: number;
  decider: string | null;
};

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
export async function readPool(pool: SequencePool) {
  const slugs = `{${pool.records.map(({ slug }) => slug).join(",")}}`;
  const stored = (await db.execute(sql`
    with own as (select * from (${RECORDS}) as record where owner = any(${slugs}::text[]))
    select kind, id, slug, state, version, decider from own
    union all select 'proposal', p.id, p.slug, p.state::text, p.version, p.decided_by from proposals p where p.record_id in (select id from own)
    union all select 'waiver', w.id, '', '', case when w.ended_at is null then 1 else 2 end, null from waivers w where w.record_id in (select id from own)`)) as unknown as StoredPoolRecord[];
  const ids = `{${stored.map(({ id }) => id).join(",")}}`;
  const rows = (await db.execute(sql`
    select r.seq::int, r.record_kind::text as kind, r.record_id as id, r.version, r.action, r.snapshot, r.reason, r.detail,
      r.author_id as author, p.role::text
    from revisions r join people p on p.id = r.author_id where r.record_id = any(${ids}::uuid[]) order by r.seq`)) as unknown as PoolRow[];
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

import { sql } from "drizzle-orm";
import type { ClaimInput } from "@/lib/records/claim";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { reviseOne } from "../access/record-one";
import { findRecord } from "../access/records/record-snapshot";
import { transitionRecord } from "../access/workflow/transitions";
import { db } from "../client";
import { makeActor, makeClaim, makeEvidence, makeStation, makeStatusReport } from "./make";
import { brokenLink } from "./sequences/sequence-run";

type Writing = {
  /** Milliseconds of each write, a retry after a conflict included. */
  readonly times: number[];
  readonly took: number;
  readonly conflicts: number;
  /** What went wrong that is no conflict: a 503, say. */
  readonly failures: string[];
  /** Null: the chain holds. */
  readonly broken: Awaited<ReturnType<typeof brokenLink>>;
  /** Records whose versions have a gap or are not those of their history. */
  readonly gaps: number;
};

type Shared = { readonly station: string; readonly claims: readonly string[]; readonly source: string };

/** So many people write at once: they record, revise a few claims that all of them share, report a status, and move drafts on. */
export async function writeTogether(writers: number, writes: number): Promise<Writing> {
  const people = await Promise.all(Array.from({ length: writers }, () => makeActor("editor")));
  const shared = await makeShared(people[0] as Actor);
  const times: number[] = [];
  const failures: string[] = [];
  let [conflicts, begun] = [0, 0];
  const started = performance.now();
  await Promise.all(
    people.map(async (actor, index) => {
      while (begun < writes) {
        const turn = begun++;
        const before = performance.now();
        try {
          const own = await writeOne(actor, turn, index, shared);
          conflicts += own;
        } catch (error) {
          failures.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
        }
        times.push(performance.now() - before);
      }
    }),
  );
  const took = performance.now() - started;
  return { times, took, conflicts, failures, broken: await brokenLink(), gaps: await countGaps() };
}

async function makeShared(actor: Actor): Promise<Shared> {
  const { slug: station } = await makeStation(actor);
  const { slug: source } = await makeEvidence(actor, { stations: [station] });
  const claims: string[] = [];
  for (let n = 0; n < 4; n += 1) claims.push((await makeClaim(actor, { station })).slug);
  return { station, claims, source };
}

/** @returns how often somebody else was first */
async function writeOne(actor: Actor, turn: number, index: number, shared: Shared): Promise<number> {
  const { station, claims, source } = shared;
  if (turn % 8 === 0) await makeStatusReport(actor, { station, evidence: source });
  else if (turn % 8 === 1) return submitNew(actor, station);
  else if (turn % 8 < 4) await makeEvidence(actor, { stations: [station] });
  else return revise(actor, claims[turn % claims.length] as string, `${index} in turn ${turn}`, shared);
  return 0;
}

async function submitNew(actor: Actor, station: string): Promise<number> {
  const { slug } = await makeEvidence(actor, { stations: [station] });
  await transitionRecord(actor, "evidence", slug, "submit");
  return 0;
}

/** Every claim disputes the one after it, so that each writer's row refers to another writer's. */
async function revise(actor: Actor, slug: string, note: string, { claims, source }: Shared): Promise<number> {
  const next = claims[(claims.indexOf(slug) + 1) % claims.length] as string;
  const stances = [
    { evidence: source, stance: "supports", derivation: "original", origin: null, quote: null, locator: null },
  ] as const;
  let stored: Stored = await findRecord(actor, "claim", slug);
  for (let conflicts = 0; ; conflicts += 1) {
    const changed = { ...stored.input, note, disputes: [next], stances: [...stances] };
    const conflict = await reviseOne(actor, "claim", { slug, basedOn: stored.version, input: changed }).then(
      () => null,
      (error: unknown) => conflictOf(error),
    );
    if (!conflict) return conflicts;
    stored = conflict;
  }
}

type Stored = { readonly version: number; readonly input: ClaimInput };

/** What is stored by now, as the desk's form gets it with a conflict and goes on from. */
function conflictOf(error: unknown): Stored {
  if (!(error instanceof Refusal && error.conflict)) throw error;
  const { slug: _slug, state: _state, ...input } = error.conflict.current;
  return { version: error.conflict.version, input: input as unknown as ClaimInput };
}

async function countGaps(): Promise<number> {
  const [row] = (await db.execute(sql`
    with stored as (
      select id, version from stations union all select id, version from evidence
      union all select id, version from claims union all select id, version from status_reports
    )
    select count(*)::int as gaps from stored left join (
      select record_id, count(*) as revisions, max(version) as last from revisions group by record_id
    ) as history on history.record_id = stored.id
    where stored.version is distinct from history.revisions or stored.version is distinct from history.last`)) as unknown as {
    gaps: number;
  }[];
  return row?.gaps ?? -1;
}

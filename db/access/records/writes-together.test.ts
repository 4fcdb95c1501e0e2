import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { statusReportInput } from "@/lib/records/status-report";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { db, transaction, Unavailable } from "../../client";
import { Connection } from "../../connection/connection";
import { evidence, evidenceStations, revisions } from "../../schema";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makeStation } from "../../testing/make";
import { brokenLink } from "../../testing/sequences/sequence-run";
import { recordEvidence, reviseEvidence } from "../evidence/evidence";
import { latestRevision } from "../history/revision-ref";
import { recordOne, reviseOne } from "../record-one";
import { lockChain } from "../revisions";
import { recordStatusReport } from "../stations/status-reports";
import { transitionRecord } from "../workflow/transitions";
import { findRecord } from "./record-snapshot";

const run = Connection.prototype.run;
afterEach(() => {
  Connection.prototype.run = run;
});

/** The first words of each statement that a call sends, in the turns in which they are sent: each waits for the one before. */
async function turnsOf(call: () => Promise<unknown>): Promise<string[][]> {
  const turns: string[][] = [];
  let waiting = 0;
  Connection.prototype.run = function (text, ...rest) {
    if (waiting === 0) turns.push([]);
    waiting += 1;
    const word = /append_revisions/.test(text) ? "append" : /^[\s(]*(\w+)/.exec(text)?.[1];
    turns.at(-1)?.push(word ?? text);
    return run.call(this, text, ...rest).finally(() => {
      waiting -= 1;
    });
  };
  await call();
  Connection.prototype.run = run;
  return turns;
}

const evidenceWith = async (actor: Actor) => {
  const { slug: publisher } = await makeOrganization(actor);
  const stations = [(await makeStation(actor)).slug, (await makeStation(actor)).slug].sort();
  return { publisher, stations };
};

test("a change of a title is seven statements in three turns, whatever the record names", async () => {
  const actor = await makeActor("editor");
  const { slug } = await makeEvidence(actor, await evidenceWith(actor));
  // As the request's session is read: what plans for all values hands its connection on, and nothing is set.
  await latestRevision();
  const turns = await turnsOf(() =>
    reviseEvidence(actor, { slug, basedOn: 1, input: (stored) => ({ ...stored, title: "Another headline" }) }),
  );
  expect(turns).toEqual([
    ["begin", "select"],
    ["select", "select"],
    ["update", "append", "commit"],
  ]);
  const { input } = await findRecord(actor, "evidence", slug);
  expect(input.title).toBe("Another headline");
});

test("a new item with two stations is as many in two turns", async () => {
  const actor = await makeActor("editor");
  const { slug } = await makeEvidence(actor, await evidenceWith(actor));
  const { input } = await findRecord(actor, "evidence", slug);
  await latestRevision();
  const turns = await turnsOf(() => recordEvidence(actor, { input: { ...input, title: "A new one", url: null } }));
  expect(turns).toEqual([
    ["begin", "select", "select", "select"],
    ["with", "append", "commit"],
  ]);
});

test("a stale save holds its lock for no answer of ours, and leaves no failed transaction behind", async () => {
  const actor = await makeActor("editor");
  const { slug } = await makeEvidence(actor);
  const change = (title: string) =>
    reviseEvidence(actor, { slug, basedOn: 1, input: (stored) => ({ ...stored, title }) });
  await change("The first");
  await latestRevision();
  let refusal: unknown;
  const turns = await turnsOf(() =>
    change("The second").catch((error) => {
      refusal = error;
    }),
  );
  expect(turns).toEqual([
    ["begin", "select"],
    ["rollback", "select"],
  ]);
  const conflict = { version: 2, current: { title: "The first" }, base: { slug } };
  expect(refusal).toMatchObject({ kind: "conflict", conflict });
  // Within a transaction that goes on as well.
  await transaction(async () => {
    await expect(change("The third")).rejects.toMatchObject({ kind: "conflict" });
    await reviseEvidence(actor, { slug, basedOn: 2, input: (stored) => ({ ...stored, title: "The last" }) });
  });
  expect((await findRecord(actor, "evidence", slug)).input.title).toBe("The last");
});

test("a claim whose note changes keeps its links, in whatever order a snapshot has their fields", async () => {
  const actor = await makeActor("editor");
  const { slug: item } = await makeEvidence(actor);
  const { slug } = await makeClaim(actor, {
    stances: [
      { evidence: item, stance: "supports", derivation: "original", origin: null, quote: null, locator: null },
    ],
  });
  const { input } = await findRecord(actor, "claim", slug);
  const stances = input.stances.map((stance) => Object.fromEntries(Object.entries(stance).reverse()));
  const changed = { ...input, note: "Another note", stances: stances as never };
  expect((await turnsOf(() => reviseOne(actor, "claim", { slug, basedOn: 1, input: changed }))).at(-1)).toEqual([
    "update",
    "append",
    "commit",
  ]);
});

test("a step of the workflow holds the chain for no answer of ours", async () => {
  const actor = await makeActor("editor");
  const { slug } = await makeEvidence(actor);
  expect((await turnsOf(() => transitionRecord(actor, "evidence", slug, "submit"))).at(-1)).toEqual([
    "append",
    "commit",
  ]);
});

test("links are written where they changed, and nothing is lost of what stays", async () => {
  const actor = await makeActor("editor");
  const named = await evidenceWith(actor);
  const { slug, id } = await makeEvidence(actor, named);
  const third = (await makeStation(actor)).slug;
  const kept = named.stations[0] as string;
  const stored = async () =>
    (
      await db.execute<{ slug: string; row: string }>(sql`
        select s.slug, l.ctid::text as row from ${evidenceStations} l join stations s on s.id = l.station_id
        where l.evidence_id = ${id} order by s.slug`)
    ).map(({ slug: name, row }) => [name, row] as const);
  const before = new Map(await stored());
  await reviseOne(actor, "evidence", { slug, basedOn: 1, input: (one) => ({ ...one, stations: [kept, third] }) });
  const after = new Map(await stored());
  expect([...after.keys()].sort()).toEqual([kept, third].sort());
  expect(after.get(kept)).toBe(before.get(kept));
  expect(await brokenLink()).toBeNull();
});

test("of thirty-two people who change one record each is there, and each in one turn after a conflict", async () => {
  const people = await Promise.all(Array.from({ length: 32 }, () => makeActor("editor")));
  const { slug, id } = await makeEvidence(await makeActor("editor"));
  const turns = await Promise.all(
    people.map(async (actor, index) => {
      let version = 1;
      for (let conflicts = 0; ; conflicts += 1) {
        const change = (stored: object) => ({ ...stored, note: `${index}` }) as never;
        try {
          await reviseOne(actor, "evidence", { slug, basedOn: version, input: change });
          return conflicts;
        } catch (error) {
          if (!(error instanceof Refusal && error.conflict)) throw error;
          version = error.conflict.version;
        }
      }
    }),
  );
  expect(turns.filter((conflicts) => conflicts > 31)).toEqual([]);
  const rows = await db
    .select({ version: revisions.version, note: sql<string | null>`${revisions.snapshot}->>'note'` })
    .from(revisions)
    .where(sql`${revisions.recordId} = ${id}`)
    .orderBy(revisions.version);
  expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
  expect(new Set(rows.slice(1).map(({ note }) => note)).size).toBe(32);
  expect(await brokenLink()).toBeNull();
});

test("thirty-two who record the like at once get names of their own, without a gap", async () => {
  const people = await Promise.all(Array.from({ length: 32 }, () => makeActor("editor")));
  const first = await makeActor("editor");
  const { slug: station } = await makeStation(first);
  const { slug: item } = await makeEvidence(first, { stations: [station] });
  const input = statusReportInput.parse({ station, status: "acknowledged", evidence: item });
  const written = await Promise.all(people.map((actor) => recordStatusReport(actor, { input })));
  const stem = `${station}-acknowledged`;
  const wanted = [stem, ...Array.from({ length: 31 }, (_, index) => `${stem}-${index + 2}`)];
  expect(written.map(({ slug }) => slug).sort()).toEqual(wanted.sort());
  expect(await brokenLink()).toBeNull();
});

test("a connection that is lost while it waits for the chain leaves nothing", async () => {
  const actor = await makeActor("editor");
  const { input } = await findRecord(actor, "evidence", (await makeEvidence(actor)).slug);
  const before = [await db.$count(evidence), await db.$count(revisions)];
  // Outside of the transaction whose lock it waits for.
  let begin = () => {};
  const lost = new Promise<void>((resolve) => {
    begin = resolve;
  })
    .then(() => recordOne(actor, "evidence", { slug: "lost-while-waiting", input }))
    .catch((error: unknown) => error);
  await transaction(async (tx) => {
    await lockChain(tx);
    begin();
    for (let ended = 0; ended === 0; ) {
      const rows = await tx.execute<{ ended: boolean }>(sql`
        select pg_terminate_backend(pid) as ended from pg_locks
        where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`);
      ended = rows.length;
    }
  });
  expect(await lost).toBeInstanceOf(Unavailable);
  expect([await db.$count(evidence), await db.$count(revisions)]).toEqual(before);
  await recordOne(actor, "evidence", { slug: "lost-while-waiting", input });
  expect(await brokenLink()).toBeNull();
});

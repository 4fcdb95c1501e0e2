import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { addDays } from "@/lib/dates/days";
import { SUBJECT_KINDS } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { WAITING_STATES } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { Connection } from "../../connection/connection";
import { newsroomDay } from "../../newsroom";
import {
  makeActor,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { disablePerson } from "../accounts/people";
import { readDeskFigures } from "../figures/desk-figures";
import { recordOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { planWork } from "./assignments";
import { previewBulk } from "./bulk";
import { listQueue, listQueueBoard } from "./queue";
import { countUnassigned, countWaiting, readWaitingCounts, type WaitingFigures } from "./waiting-counts";
import { waitingTable } from "./waiting-table";

const everything = {};
const only = <V extends string>(...any: V[]) => ({ any, without: [] });
let reporter: Actor;

beforeAll(async () => {
  reporter = await makeActor("reporter");
  await makeStation(reporter, { slug: "nl-amsterdam", name: "Amsterdam" });
  await transitionRecord(reporter, "station", "nl-amsterdam", "submit");
  const sourceless = await makeEvidence(reporter, { slug: "src-1", url: null });
  await transitionRecord(reporter, "evidence", sourceless.slug, "submit");
  await makeEvidence(reporter, { slug: "src-2" });
  const organization = {
    name: "Held",
    kind: "ngo" as const,
    country: null,
    alternateNames: [],
    url: null,
    reliability: null,
    note: null,
    internalNote: null,
  };
  await recordOne(reporter, "organization", { slug: "held", input: organization, reason: "One undated rewrite" });
});

test("what waits is listed the longest first, with what its gate still asks", async () => {
  const { items, total } = await listQueue(reporter, everything);
  expect(items.map(({ slug, state }) => [slug, state])).toEqual([
    ["nl-amsterdam", "in_review"],
    ["src-1", "in_review"],
    ["src-2", "draft"],
    ["held", "draft"],
  ]);
  expect(items[0]).toMatchObject({ title: "Amsterdam", reasons: ["no_source", "no_answer", "one_person"] });
  expect(total).toBe(4);
});

test("a held draft says why", async () => {
  const { items } = await listQueue(reporter, { ...everything, kind: only("organization") });
  expect(items[0]).toMatchObject({ slug: "held", said: "One undated rewrite" });
});

test("the queue narrows to a kind, a state and a reason", async () => {
  const slugs = async (filter: Partial<Parameters<typeof listQueue>[1]>) =>
    (await listQueue(reporter, { ...everything, ...filter })).items.map(({ slug }) => slug);
  expect(await slugs({ kind: only("evidence") })).toEqual(["src-1", "src-2"]);
  expect(await slugs({ state: only("draft") })).toEqual(["src-2", "held"]);
  expect(await slugs({ reason: only("no_answer") })).toEqual(["nl-amsterdam"]);
  expect(await slugs({ reason: { any: [], without: ["one_person"] } })).toEqual([]);
  expect(await slugs({ reason: only("rests_on_unpublished") })).toEqual([]);
});

test("pages follow on each other without a gap or a twin, and the total stays", async () => {
  const first = await listQueue(reporter, everything, { limit: 3 });
  const second = await listQueue(reporter, { after: first.next ?? undefined }, { limit: 3 });
  expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual([
    "nl-amsterdam",
    "src-1",
    "src-2",
    "held",
  ]);
  expect([first.total, second.total, second.next]).toEqual([4, 4, null]);
});

test("counts by kind and state, and by reason among what is in review", async () => {
  const { counts, reasons } = await readWaitingCounts(reporter);
  expect(counts).toEqual(
    expect.arrayContaining([
      { kind: "station", state: "in_review", count: 1 },
      { kind: "evidence", state: "draft", count: 1 },
    ]),
  );
  expect(reasons).toEqual({
    no_source: 2,
    no_answer: 1,
    no_public_precision: 0,
    one_person: 2,
    rests_on_unpublished: 0,
  });
});

test("what waits is as many as a plain recount finds, and since when, of every kind, whoever asks", async () => {
  const steps = [[], ["submit"], ["trash"], ["submit", "request_changes"], ["trash", "restore"]] as const;
  const editor = await makeActor("editor");
  for (const path of steps) {
    for (const record of [await makeEvidence(reporter), await makeEvidence(reporter), await makeEvent(reporter)]) {
      const kind = "title" in record.input && "occurred" in record.input ? "event" : "evidence";
      for (const step of path) {
        const by = step === "request_changes" ? editor : reporter;
        await transitionRecord(by, kind, record.slug, step, { reason: "For the count" });
      }
    }
  }
  const recounted: WaitingFigures[] = [];
  for (const kind of SUBJECT_KINDS) {
    recounted.push(
      ...(await db.execute<WaitingFigures>(
        sql`select ${kind} as kind, state, count(*)::int as count, min(updated_at) as oldest from ${waitingTable(kind)} where state::text in ${[...WAITING_STATES]} group by state`,
      )),
    );
  }
  const byName = (rows: readonly { kind: string; state: string }[]) =>
    [...rows].sort((a, b) => `${a.kind} ${a.state}`.localeCompare(`${b.kind} ${b.state}`));
  expect(byName(await countWaiting())).toEqual(byName(recounted));
  const { waiting } = await readDeskFigures(await makeActor("manager"));
  expect(byName(waiting)).toEqual(byName(recounted));
  for (const actor of [reporter, editor]) {
    const total = recounted.reduce((sum, { count }) => sum + count, 0);
    expect((await listQueue(actor, everything)).total).toBe(total);
    expect(await countUnassigned(actor)).toBe(total);
    const { total: evidence, totals, isLeast } = await listQueue(actor, { kind: only("evidence") });
    const own = recounted.filter(({ kind }) => kind === "evidence");
    expect(totals).toEqual(Object.fromEntries(own.map(({ state, count }) => [state, count])));
    expect([evidence, isLeast]).toEqual([own.reduce((sum, { count }) => sum + count, 0), false]);
  }
});

test("a report on a station names the station that it is about", async () => {
  await makeStatusReport(reporter, { station: "nl-amsterdam", evidence: "src-2", status: "denied" });
  const { items } = await listQueue(reporter, { ...everything, kind: only("status_report") });
  expect(items[0]).toMatchObject({ title: "Amsterdam", detail: "denied", on: "nl-amsterdam" });
});

test("a manager has no queue", async () => {
  const manager = await makeActor("manager");
  for (const attempt of [listQueue(manager, everything), readWaitingCounts(manager)]) {
    await expect(attempt).rejects.toThrow("A manager may not read drafts.");
  }
});

/** People and records of their own for what depends on who asks. */
async function desk() {
  const [author, editor, other] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("editor")];
  const draft = await makeEvent(author);
  const review = await makeEvent(author);
  await transitionRecord(author, "event", review.slug, "submit");
  const editors = await makeEvent(editor);
  await transitionRecord(editor, "event", editors.slug, "submit");
  const approved = await makeEvent(author);
  await transitionRecord(author, "event", approved.slug, "submit");
  await transitionRecord(other, "event", approved.slug, "approve");
  const kind = only("event" as const);
  const names: Record<string, string> = {
    [draft.slug]: "draft",
    [review.slug]: "review",
    [editors.slug]: "editor's",
    [approved.slug]: "approved",
  };
  const seen = async (actor: Actor, filter: Parameters<typeof listQueue>[1]) =>
    (await listQueue(actor, { kind, ...filter })).items.flatMap(({ slug }) => names[slug] ?? []).sort();
  return { author, editor, other, draft, review, editors, approved, seen };
}

test("what waits for somebody depends on who asks: nobody is shown their own work to approve", async () => {
  const { author, editor, other, draft, seen } = await desk();
  expect(await seen(author, { who: "waiting" })).toEqual(["draft"]);
  expect(await seen(editor, { who: "waiting" })).toEqual(["approved", "review"]);
  expect(await seen(other, { who: "waiting" })).toEqual(["approved", "editor's", "review"]);
  expect(await seen(author, { who: "mine" })).toEqual(["approved", "draft", "review"]);
  // What is counted is kept between visits; assigning is no revision, and counts all the same.
  const counted = async () => {
    const { items, total } = await listQueue(editor, { kind: only("event"), who: "waiting" }, { limit: 500 });
    expect(total).toBe(items.length);
    return total;
  };
  const before = await counted();
  expect(await counted()).toBe(before);
  await planWork(editor, { kind: "event", slug: draft.slug }, { assignee: editor.id });
  expect(await counted()).toBe(before + 1);
  expect(await seen(editor, { who: "waiting" })).toEqual(["approved", "draft", "review"]);
  expect(await seen(editor, { who: "unassigned" })).toEqual(["approved", "editor's", "review"]);
  expect(await seen(author, { assignee: only(editor.id) })).toEqual(["draft"]);
  expect(await seen(author, { assignee: { any: [], without: [editor.id] } })).toEqual([
    "approved",
    "editor's",
    "review",
  ]);
});

test("what a disabled account has is in nobody's hands, says so, and can be taken, proposals as well", async () => {
  const { author, editor, draft, seen } = await desk();
  const leaver = await makeActor("reporter");
  const { slug: published } = await makeOrganization(author);
  await publishRecord("organization", published);
  const { version: basedOn, input } = await findRecord(editor, "organization", published);
  const change = { basedOn, typed: { ...input, note: "Changed" }, reason: "Found", correctionNote: null };
  const { slug: proposal } = await openProposal(leaver, "organization", published, change);
  const [event, proposed] = [
    { kind: "event", slug: draft.slug } as const,
    { kind: "proposal", slug: proposal } as const,
  ];
  const given = [event, proposed];
  for (const item of given) await planWork(editor, item, { assignee: leaver.id });
  const before = await countUnassigned(editor);
  expect(await seen(editor, { who: "unassigned" })).not.toContain("draft");
  await expect(planWork(author, event, { assignee: author.id })).rejects.toMatchObject({ kind: "conflict" });
  const named = { named: given, who: "unassigned" as const };
  expect((await listQueue(author, named)).total).toBe(0);

  await disablePerson("console", leaver.email);
  for (const role of ["reporter", "editor", "admin"] as const) {
    const actor = await makeActor(role);
    expect(await seen(actor, { who: "unassigned" }), role).toContain("draft");
    const { items, total } = await listQueue(actor, named);
    expect([total, items.map(({ assignee }) => assignee)], role).toEqual([
      2,
      given.map(() => ({ id: leaver.id, name: leaver.name, isDisabled: true })),
    ]);
    expect(items.map(({ kind, isWriterDisabled }) => [kind, isWriterDisabled])).toEqual(
      expect.arrayContaining([
        ["event", false],
        ["proposal", true],
      ]),
    );
    expect(await countUnassigned(actor), role).toBe(before + 2);
  }
  expect(await seen(editor, { assignee: only(leaver.id) })).toEqual(["draft"]);
  const take = { deed: "assign", assignee: author.id } as const;
  expect((await previewBulk(author, named, take)).rows.map(({ why }) => why)).toEqual([null, null]);
  for (const item of given) await planWork(author, item, { assignee: author.id });
  expect((await listQueue(author, named)).total).toBe(0);
  expect(await countUnassigned(editor)).toBe(before);
  await expect(countUnassigned(await makeActor("manager"))).rejects.toThrow("A manager may not read drafts.");
});

test("priority, tag and due date narrow the queue and order it, with pages in that order", async () => {
  const { author, editor, draft, review, editors, approved, seen } = await desk();
  const day = (from: number) => addDays(newsroomDay(new Date()), from);
  const plan = (event: { slug: string }, what: Parameters<typeof planWork>[2]) =>
    planWork(editor, { kind: "event", slug: event.slug }, what);
  await plan(approved, { priority: "urgent", dueOn: day(3) });
  await plan(review, { priority: "low", dueOn: day(-1), tags: ["court", "two words"] });
  expect(await seen(author, { priority: only("urgent") })).toEqual(["approved"]);
  expect(await seen(author, { priority: only("normal") })).toEqual(["draft", "editor's"]);
  expect(await seen(author, { tag: only("two words") })).toEqual(["review"]);
  expect(await seen(author, { tag: { any: [], without: ["court"] } })).toEqual(["approved", "draft", "editor's"]);
  expect(await seen(author, { due: only("overdue") })).toEqual(["review"]);
  expect(await seen(author, { due: only("week") })).toEqual(["approved"]);
  expect(await seen(author, { due: only("overdue", "none") })).toEqual(["draft", "editor's", "review"]);

  const mine = new Set([draft, review, editors, approved].map(({ slug }) => slug));
  for (const [sort, wanted] of [
    ["priority", [approved, editors, draft, review]],
    ["due", [review, approved, draft, editors]],
  ] as const) {
    const found: string[] = [];
    let after: Parameters<typeof listQueue>[1]["after"];
    do {
      const page = await listQueue(author, { sort, after, kind: only("event") }, { limit: 3 });
      found.push(...page.items.map(({ slug }) => slug));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((slug) => mine.has(slug))).toEqual(wanted.map(({ slug }) => slug));
  }
});

test("an open proposal waits beside the records, under the name of what it changes", async () => {
  const [author, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const { slug: organization } = await makeOrganization(author, { name: "As published" });
  await publishRecord("organization", organization);
  const { slug } = await openProposal(author, "organization", organization, {
    basedOn: 1,
    typed: { name: "As it should be", kind: "ngo" },
    reason: "The name was wrong",
    correctionNote: null,
  });
  await transitionProposal(author, slug, "submit");
  const page = await listQueue(editor, { kind: only("proposal"), who: "waiting" });
  expect(page).toMatchObject({ total: 1, totals: { in_review: 1 } });
  expect(page.items[0]).toMatchObject({
    kind: "proposal",
    slug,
    title: "As published",
    state: "in_review",
    changes: { kind: "organization", slug: organization },
    isOwnWork: false,
    reasons: [],
  });
  expect((await listQueue(author, { kind: only("proposal"), who: "waiting" })).items).toEqual([]);
  expect((await readWaitingCounts(author)).counts).toContainEqual({ kind: "proposal", state: "in_review", count: 1 });
  await planWork(editor, { kind: "proposal", slug }, { assignee: author.id, priority: "high" });
  const { items } = await listQueue(author, { kind: only("proposal"), who: "waiting" });
  expect(items[0]).toMatchObject({ isOwnWork: true, assignee: { name: author.name }, priority: "high" });
});

test("the board shows the first of each state, and how many there are", async () => {
  const { author, seen } = await desk();
  expect(await seen(author, { who: "mine" })).toHaveLength(3);
  const board = await listQueueBoard(author, { kind: only("event") }, 2);
  const shown = (state: string) => board.items.filter((item) => item.state === state).length;
  for (const state of ["draft", "in_review", "approved"] as const) {
    expect(shown(state)).toBe(Math.min(2, board.totals[state] ?? 0));
    expect(board.totals[state]).toBeGreaterThan(0);
  }
  const table = await listQueue(author, { kind: only("event") });
  expect([board.total, board.totals]).toEqual([table.total, table.totals]);
});

test("a page takes the same number of queries for one row and for many", async () => {
  const { author } = await desk();
  const queries = async (limit: number) => {
    const spy = vi.spyOn(Connection.prototype, "run");
    await listQueue(author, { kind: only("event") }, { limit });
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  };
  // The totals are kept from the first time.
  await queries(1);
  expect(await queries(1)).toBe(await queries(6));
});

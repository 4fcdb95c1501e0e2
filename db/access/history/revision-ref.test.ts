import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { annotationInput } from "@/lib/records/annotation";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { makeActor, makeEvent, makeEvidence, makePublishedStation, publishRecord } from "../../testing/make";
import { readKeyFigures } from "../figures/key-figures";
import { readSummary } from "../figures/summary";
import { annotate, approveAnnotation } from "../timeline/annotation-writes";
import { listTimeline } from "../timeline/timeline";
import { readSpans } from "../timeline/timeline-spans";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { latestRevision, readWithRevision } from "./revision-ref";

const { absent } = dashboardFilter;
const actors = {} as Record<Role, Actor>;
const desk = ROLES.filter((role) => may({ role }, "read drafts"));
let station: { slug: string; version: number };
let source: { slug: string };
let published: number;

/** The revision that each figure names, with or without the desk's own work. */
const headsOf = async (role: Role, records: "all" | "published" = "all") => {
  const filter = { ...absent, records };
  const found = await Promise.all([
    readWithRevision(actors[role], filter, async () => ({})),
    readKeyFigures(actors[role], filter),
    readSpans(actors[role], { records }),
    ...(records === "all" ? [readSummary(actors[role])] : []),
  ]);
  const all = new Set(found.map(({ head }) => head?.seq));
  expect(all.size, role).toBe(1);
  return [...all][0] ?? 0;
};
const latest = async () => (await latestRevision())?.seq ?? 0;

beforeAll(async () => {
  for (const role of ROLES) actors[role] = await makeActor(role);
  ({ station, source } = await makePublishedStation(actors.reporter, { slug: "nl-one", country: "NL" }));
});
const makeOne = (input: object = {}) => makeEvent(actors.reporter, { evidence: [source.slug], ...input });

beforeEach(async () => {
  await publishRecord("event", (await makeOne()).slug);
  published = await latest();
});

test("what the desk works on moves the desk's figures on, and tells nobody else that it was written", async () => {
  const writes: readonly (() => Promise<unknown>)[] = [
    () => makeOne({ slug: "evt-draft" }),
    () => transitionRecord(actors.reporter, "event", "evt-draft", "submit"),
    async () => {
      const { slug } = await makeEvidence(actors.reporter, { sharing: "AMBER" });
      await publishRecord("evidence", slug);
    },
    () =>
      openProposal(actors.reporter, "station", station.slug, {
        typed: { name: "Proposed" },
        reason: null,
        correctionNote: null,
        basedOn: station.version,
      }),
    () => annotate(actors.editor, annotationInput.parse({ text: "It waits", dated: "2022" })),
  ];
  for (const write of writes) {
    const before = await latest();
    await write();
    expect(await latest()).toBeGreaterThan(before);
    for (const role of ROLES) {
      const isOfDesk = desk.includes(role);
      expect.soft(await headsOf(role), role).toBe(isOfDesk ? await latest() : published);
      if (isOfDesk) expect.soft(await headsOf(role, "published"), `${role} published`).toBe(published);
    }
  }
});

test("whatever changes what is published moves everybody's figures on", async () => {
  const note = annotationInput.parse({ text: "It is approved", dated: "2022" });
  const { slug } = await makeOne();
  const writes: readonly (() => Promise<unknown>)[] = [
    () => publishRecord("event", slug),
    () => transitionRecord(actors.editor, "event", slug, "unpublish", { reason: "It was another day." }),
    async () => approveAnnotation(await makeActor("editor"), await annotate(actors.editor, note)),
  ];
  for (const write of writes) {
    await write();
    for (const role of ROLES) expect.soft(await headsOf(role), role).toBe(await latest());
  }
});

test("figures and the revision that they name are of one moment, whatever is written in between", async () => {
  const outside = AsyncLocalStorage.snapshot();
  for (const role of ROLES) {
    const count = async () => (await listTimeline(actors[role], { q: `role ${role}` })).items.length;
    const expected = desk.includes(role) ? await latest() : published;
    const { head, ...counts } = await readWithRevision(actors[role], absent, async () => {
      const before = await count();
      await outside(async () => {
        const { slug } = await makeOne({ title: `role ${role}`, occurred: "2022" });
        await publishRecord("event", slug);
      });
      return { before, after: await count() };
    });
    expect(counts, role).toEqual({ before: 0, after: 0 });
    expect(head?.seq, role).toBe(expected);
    published = await latest();
    expect(await count(), role).toBe(1);
    expect(await headsOf(role), role).toBe(published);
  }
});

import { eq, isNotNull } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { people, savedViews, viewAlerts } from "@/db/schema";
import { makeActor, makeEvent, makeEvidence, makeReplyRequest, makeStation } from "@/db/testing/make";
import type { SavedViewInput } from "@/lib/filters/saved-view";
import { stationInput } from "@/lib/records/station";
import type { Actor } from "@/lib/workflow/actor";
import { listInbox, markAllRead } from "../discussion/inbox";
import { recordReplyEntry } from "../replies/replies";
import { reviseStation } from "../stations/stations";
import { forgetRemovedViews, listSavedViews, removeView, restoreView, saveView } from "./saved-views";
import { sendViewAlerts, setViewAlert } from "./view-alerts";

let reader: Actor;
let other: Actor;
beforeAll(async () => {
  [reader, other] = [await makeActor("reporter"), await makeActor("reporter")];
  await db.update(people).set({ passwordHash: "may sign in" });
});

const input = (name: string, over: Partial<SavedViewInput> = {}): SavedViewInput => ({
  ...{ list: "stations", name, query: "country=MT", isShared: false, isRelative: false },
  ...over,
});
async function watched(actor: Actor, view: SavedViewInput): Promise<string> {
  const { id } = await saveView(actor, view);
  await setViewAlert(actor, id, true);
  return id;
}
/** What the inbox says of one view, after a round of the job. */
async function toldOf(actor: Actor, name: string): Promise<string[]> {
  await sendViewAlerts();
  const { items } = await listInbox(actor, {}, { limit: 100 });
  return items
    .filter(({ cause, view }) => cause === "view_matched" && view?.name === name)
    .map(({ subject }) => ("slug" in subject ? subject.slug : ""))
    .sort();
}

test("what others add to a view from then on is told, with the view; one's own work and what is not in it are not", async () => {
  await makeStation(other, { slug: "before", country: "MT" });
  await watched(reader, input("Malta"));
  await makeStation(other, { slug: "mt-new", country: "MT" });
  await makeStation(other, { slug: "it-new", country: "IT" });
  await makeStation(reader, { slug: "mt-own", country: "MT" });
  expect(await toldOf(reader, "Malta")).toEqual(["mt-new"]);
  const [told] = (await listInbox(reader, {})).items;
  expect(told).toMatchObject({ by: other.name, view: { list: "stations", name: "Malta", query: "country=MT" } });
  expect(await toldOf(other, "Malta")).toEqual([]);
  expect(await listSavedViews(reader)).toMatchObject([{ name: "Malta", isAlerting: true }]);
});

test("what changes into a view is told; while it is unread once, and after that again", async () => {
  await watched(reader, input("Tuvalu", { query: "country=TV" }));
  await makeStation(other, { slug: "moves", country: "IT" });
  expect(await toldOf(reader, "Tuvalu")).toEqual([]);
  const moved = stationInput.parse({ name: "Moves", kind: "contact_point", country: "TV" });
  const change = (basedOn: number, city: string) =>
    reviseStation(other, { slug: "moves", basedOn, input: { ...moved, city } });
  await change(1, "Funafuti");
  expect(await toldOf(reader, "Tuvalu")).toEqual(["moves"]);
  await change(2, "Vaiaku");
  expect(await toldOf(reader, "Tuvalu")).toEqual(["moves"]);
  await markAllRead(reader, "2999-01-01T00:00:00Z");
  await change(3, "Fongafale");
  expect(await toldOf(reader, "Tuvalu")).toEqual(["moves", "moves"]);
});

test("of a view that another shares each is told for themself, until it is ended, or the view is removed", async () => {
  const id = await watched(reader, input("Reports", { list: "evidence", query: "kind=report", isShared: true }));
  await expect(setViewAlert(other, crypto.randomUUID(), true)).rejects.toMatchObject({ kind: "not_found" });
  const { id: own } = await saveView(reader, input("Mine alone"));
  await expect(setViewAlert(other, own, true)).rejects.toMatchObject({ kind: "not_found" });
  await setViewAlert(other, id, true);
  const editor = await makeActor("editor");
  const { slug } = await makeEvidence(editor, { kind: "report" });
  await makeEvent(editor);
  expect([await toldOf(reader, "Reports"), await toldOf(other, "Reports")]).toEqual([[slug], [slug]]);
  await setViewAlert(other, id, false);
  const next = await makeEvidence(editor, { kind: "report" });
  expect((await toldOf(reader, "Reports")).sort()).toEqual([slug, next.slug].sort());
  expect(await toldOf(other, "Reports")).toEqual([slug]);
  await removeView(reader, id);
  expect(await toldOf(reader, "Reports")).toEqual([]);
});

test("an entry of the ledger changes its request; on Countries, which hold no records, there is no alert", async () => {
  const { slug } = await makeReplyRequest(other, { slug: "asked", sentOn: "2022-10-01", dueOn: "2022-10-08" });
  await watched(reader, input("Declined", { list: "replies", query: "status=declined" }));
  await watched(reader, input("Answered", { list: "replies", query: "status=answered" }));
  const entry = {
    kind: "decline",
    happenedOn: "2022-10-05",
    dueOn: null,
    response: null,
    note: "By telephone",
  } as const;
  await recordReplyEntry(other, slug, entry);
  expect([await toldOf(reader, "Declined"), await toldOf(reader, "Answered")]).toEqual([["asked"], []]);
  const { id } = await saveView(reader, input("Europe", { list: "countries", query: "region=150" }));
  const errors = { isOn: "validation.noAlerts" };
  await expect(setViewAlert(reader, id, true)).rejects.toMatchObject({ errors });
  expect(await setViewAlert(reader, id, false)).toEqual({ id });
});

test("a view that is brought back is told of again, to whoever was, with what came meanwhile", async () => {
  const view = input("Palau", { query: "country=PW", isShared: true });
  const id = await watched(reader, view);
  await setViewAlert(other, id, true);
  await removeView(reader, id);
  const editor = await makeActor("editor");
  await makeStation(editor, { slug: "pw-meanwhile", country: "PW" });
  expect(await toldOf(other, "Palau")).toEqual([]);
  await expect(restoreView(other, id)).rejects.toMatchObject({ kind: "not_found" });
  await restoreView(reader, id);
  expect([await toldOf(reader, "Palau"), await toldOf(other, "Palau")]).toEqual([["pw-meanwhile"], ["pw-meanwhile"]]);
  await removeView(reader, id);
  // Another one under its name is another view, and nobody is told of it.
  await saveView(reader, view);
  await expect(restoreView(reader, id)).rejects.toMatchObject({ kind: "not_found" });
  expect((await listSavedViews(other)).find(({ name }) => name === "Palau")).toMatchObject({ isAlerting: false });
  await removeView(reader, (await listSavedViews(reader)).find(({ name }) => name === "Palau")?.id ?? "");
  await db.update(savedViews).set({ removedAt: "2022-10-01T00:00:00.000Z" }).where(isNotNull(savedViews.removedAt));
  await forgetRemovedViews();
  expect(await db.select().from(savedViews).where(isNotNull(savedViews.removedAt))).toEqual([]);
});

test("an alert that can't be looked through holds up no other, and is tried again later", async () => {
  const broken = await watched(reader, input("Broken"));
  await watched(other, input("Samoa", { query: "country=WS" }));
  await db.update(savedViews).set({ list: "nothing" }).where(eq(savedViews.id, broken));
  await makeStation(await makeActor("editor"), { slug: "samoa", country: "WS" });
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  expect(await toldOf(other, "Samoa")).toEqual(["samoa"]);
  await sendViewAlerts();
  expect(warn).toHaveBeenCalledTimes(1);
  const state = () => db.select().from(viewAlerts).where(eq(viewAlerts.viewId, broken));
  expect(await state()).toMatchObject([{ failures: 1, retryAt: expect.any(String) }]);
  await db.update(savedViews).set({ list: "stations" }).where(eq(savedViews.id, broken));
  await db.update(viewAlerts).set({ retryAt: "2022-10-01T00:00:00.000Z" }).where(eq(viewAlerts.viewId, broken));
  await sendViewAlerts();
  expect(await state()).toMatchObject([{ failures: 0, retryAt: null }]);
  warn.mockRestore();
});

test("two processes that look at once tell it once, and whoever left is told nothing", async () => {
  await watched(reader, input("Nauru", { query: "country=NR" }));
  const leaver = await makeActor("reporter");
  await db.update(people).set({ passwordHash: "may sign in" });
  await watched(leaver, input("Nauru", { query: "country=NR" }));
  await db.update(people).set({ disabledAt: new Date().toISOString() }).where(eq(people.id, leaver.id));
  await makeStation(other, { slug: "nauru", country: "NR" });
  await Promise.all([sendViewAlerts(), sendViewAlerts()]);
  expect(await toldOf(reader, "Nauru")).toEqual(["nauru"]);
  expect(await toldOf(leaver, "Nauru")).toEqual([]);
});

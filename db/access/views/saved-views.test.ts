import { beforeAll, expect, test } from "vitest";
import { countryRows } from "@/lib/figures/country-rows";
import { countryFilter } from "@/lib/filters/country-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import type { SavedViewInput } from "@/lib/filters/saved-view";
import { stationFilter } from "@/lib/filters/station-filter";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { makeActor, makeReplyRequest, makeStation } from "../../testing/make";
import { listCountries } from "../countries/countries";
import { listReplies } from "../replies/reply-list";
import { listStations } from "../stations/station-list";
import { listSavedViews, removeView, saveView } from "./saved-views";

const actors = {} as Record<Role, Actor>;
let other: Actor;
beforeAll(async () => {
  for (const role of ROLES) actors[role] = await makeActor(role);
  other = await makeActor("reporter");
});

const view = (over: Partial<SavedViewInput> = {}): SavedViewInput => ({
  list: "stations",
  name: "In the Netherlands",
  query: "country=NL&after=abc",
  isShared: false,
  isRelative: false,
  ...over,
});
const namesFor = async (actor: Actor) => (await listSavedViews(actor, "stations")).map(({ name }) => name);

test("a private view is its owner's alone, a shared one the desk's; a manager shares none and is shown none", async () => {
  for (const role of ROLES) await saveView(actors[role], view({ name: `private of ${role}` }));
  await saveView(actors.reporter, view({ name: "shared" }));
  await saveView(actors.reporter, view({ name: "shared", isShared: true }));
  for (const role of ROLES) {
    const shared = role === "manager" ? [] : ["shared"];
    expect((await namesFor(actors[role])).sort(), role).toEqual([`private of ${role}`, ...shared].sort());
  }
  expect(await namesFor(other)).toEqual(["shared"]);
  expect((await listSavedViews(other, "stations"))[0]).toMatchObject({
    query: "country=NL",
    owner: actors.reporter.name,
  });
  expect(await listSavedViews(other, "events")).toEqual([]);
  const attempt = saveView(actors.manager, view({ isShared: true }));
  await expect(attempt).rejects.toThrow("A manager may not read drafts.");
});

test("whoever opens a view sees what its address shows them and no more", async () => {
  await makeStation(actors.editor, { country: "MT" });
  await saveView(actors.editor, view({ name: "Malta", query: "country=MT", isShared: true }));
  const [malta] = (await listSavedViews(other, "stations")).filter(({ name }) => name === "Malta");
  const { value } = stationFilter.parse(new URLSearchParams(malta?.query));
  expect((await listStations(other, value)).total).toBe(1);
  expect((await listStations(actors.manager, value)).total).toBe(0);
});

test("a view of Right of reply or of Countries shows each role what its own address shows them", async () => {
  await makeStation(actors.editor, { country: "PH" });
  await makeReplyRequest(actors.editor, {
    subject: "Questions of the view",
    sentOn: "2026-11-20",
    dueOn: "2026-11-27",
  });
  const asked = {
    list: "replies",
    name: "Due",
    query: "q=view&dueTo=2026-11-30&after=abc",
    isRelative: true,
  } as const;
  const asia = { list: "countries", name: "Asia", query: "region=142&onFile=yes&page=2" } as const;
  for (const saved of [asked, asia]) await saveView(actors.editor, { ...view(saved), isShared: true });
  for (const role of ROLES) {
    const sees = role !== "manager";
    const actor = actors[role];
    const [due] = await listSavedViews(actor, "replies");
    const [region] = await listSavedViews(actor, "countries");
    expect([due?.query, region?.query], role).toEqual(
      sees ? [expect.stringMatching(/^q=view&dueTo=/), "region=142&onFile=yes"] : [undefined, undefined],
    );
    const ledger = replyFilter.parse(new URLSearchParams(asked.query.replace("&after=abc", ""))).value;
    expect((await listReplies(actor, ledger)).total, role).toBe(sees ? 1 : 0);
    const rows = countryRows(
      await listCountries(actor),
      countryFilter.parse(new URLSearchParams(asia.query)).value,
      String,
    );
    expect(
      rows.map(({ country }) => country),
      role,
    ).toEqual(sees ? ["PH"] : []);
  }
});

test("one's own is forgotten by oneself, another's shared one by an editor, another's private one by nobody else", async () => {
  const own = await saveView(other, view({ name: "own" }));
  const shared = await saveView(other, view({ name: "for all", isShared: true }));
  for (const role of ROLES)
    await expect(removeView(actors[role], own.id)).rejects.toMatchObject({ kind: "not_found" });
  for (const role of ["reporter", "manager"] as const)
    await expect(removeView(actors[role], shared.id)).rejects.toMatchObject({ kind: "not_found" });
  await removeView(actors.editor, shared.id);
  await removeView(other, own.id);
  expect(await namesFor(other)).not.toContain("own");
});

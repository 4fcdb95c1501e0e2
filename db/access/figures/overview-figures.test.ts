import { beforeAll, expect, test } from "vitest";
import { stateFigures } from "@/lib/charts/state-figures";
import { addDays } from "@/lib/dates/days";
import { type OverviewView, overviewFilter, scopeOfOverview } from "@/lib/filters/overview-filter";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
} from "../../testing/make";
import { countAssigned, readOwnWork } from "../queue/own-work";
import { listLatestResponses } from "../responses/response-list";
import { transitionRecord } from "../workflow/transitions";
import { readDeskNow } from "./desk-figures";
import { readKeyFigures } from "./key-figures";
import { readOverviewFigures } from "./overview-figures";
import { readDossierState } from "./result-cache";

let editor: Actor;
let reporter: Actor;
let manager: Actor;
let today: string;
const everything = overviewFilter.absent;
const inCountry = (country: string): OverviewView => ({ ...everything, country: { any: [country], without: [] } });

beforeAll(async () => {
  [editor, reporter, manager] = [await makeActor("editor"), await makeActor("reporter"), await makeActor("manager")];
  today = (await readDossierState()).day;
  await makeOrganization(reporter, { slug: "ngo", name: "NGO", kind: "ngo" });
  await makeOrganization(reporter, { slug: "ministry", name: "Ministry", kind: "ministry", country: "IT" });
  await makeClaim(reporter, {
    subject: "station_count",
    scope: "global",
    valueNumber: 54,
    asserted: "2022-09",
    claimants: ["ngo"],
  });
  await makeClaim(reporter, {
    subject: "station_count",
    scope: "global",
    valueNumber: 60,
    asserted: addDays(today, -3),
    claimants: ["ngo"],
  });
  await makePublishedStation(reporter, { country: "IT", firstReported: "2022-09-12" });
  await makePublishedStation(reporter, { country: "IT", firstReported: addDays(today, -2) });
  await makePublishedStation(reporter, { country: "NL" });
  await makeStation(reporter, { country: "NL", firstReported: "2022-09-12" });
  await makeResponse(reporter, { authority: "ministry", kind: "closure_order", given: "2022-12-01" });
  await makeResponse(reporter, { authority: "ministry", kind: "denial", given: addDays(today, -1) });
});

test("what is known is what the report counts, and its change is what is dated in the days", async () => {
  const figures = await readOverviewFigures(editor, everything);
  expect(figures.period).toEqual({ from: addDays(today, -29), to: today });
  const report = await readKeyFigures(editor, scopeOfOverview(everything));
  expect(figures.now.stations).toMatchObject({ total: report.stations.total, published: report.stations.published });
  expect(figures.now.responses).toMatchObject({ denied: report.responses.denied, acted: report.responses.acted });
  expect(figures.now.claimed).toEqual(report.claimed && { ...figures.now.claimed });
  const { documented, denied, acted, claimed } = stateFigures(figures, scopeOfOverview(everything));
  // The one in the Netherlands bears no date: it is documented, and no change.
  expect(documented).toMatchObject({ value: report.stations.published, change: 1 });
  expect(denied.change).toBe(1);
  expect(acted.change).toBe(0);
  expect(claimed).toMatchObject({ range: { highest: 60 }, before: { highest: 54 }, claimants: 1 });
});

test("in a country it is of that country, and a manager is told what is published", async () => {
  const italy = await readOverviewFigures(editor, inCountry("IT"));
  expect(italy.now.governments).toBe(1);
  expect(italy.now.stations.countries).toBe(1);
  const told = await readOverviewFigures(manager, everything);
  expect(told.now.responses.total).toBeLessThan((await readOverviewFigures(editor, everything)).now.responses.total);
});

test("the latest answers come newest first, of the country's own authorities, as far as they may be seen", async () => {
  const answers = await listLatestResponses(editor, inCountry("IT"), 2);
  expect(answers.map(({ kind }) => kind)).toEqual(["denial", "closure_order"]);
  expect(await listLatestResponses(manager, inCountry("IT"), 2)).toEqual([]);
});

test("work that was sent back stands first among one's own, and nobody else's", async () => {
  const { slug } = await makeEvidence(reporter, { title: "Sent back" });
  await transitionRecord(reporter, "evidence", slug, "submit");
  await transitionRecord(editor, "evidence", slug, "request_changes", { reason: "Where is the date?" });
  const own = await readOwnWork(reporter);
  expect(own).toMatchObject({ changesRequested: 1, sentBack: [{ slug, title: "Sent back" }] });
  expect(own.drafts).toBeGreaterThan(0);
  expect((await readOwnWork(editor)).changesRequested).toBe(0);
  expect(await countAssigned(editor, today)).toEqual({ assigned: 0, due: 0 });
});

test("this week counts what the desk published, a status apart from the rest", async () => {
  const { week } = await readDeskNow(manager);
  expect(week).toMatchObject({ corrected: 0, loaded: 0, isLeast: false });
  expect(week.published).toBeGreaterThanOrEqual(3);
});

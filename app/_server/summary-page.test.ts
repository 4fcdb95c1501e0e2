import { beforeAll, expect, test } from "vitest";
import { listEvidence } from "@/db/access/evidence/evidence";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { recordReplyEntry } from "@/db/access/replies/replies";
import { listReplies } from "@/db/access/replies/reply-list";
import { listResponses } from "@/db/access/responses/response-list";
import { listStations } from "@/db/access/stations/station-list";
import { openFirstDossier } from "@/db/testing/first-dossier";
import {
  makeActor,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeReplyRequest,
  makeResponse,
  makeStation,
  publishRecord,
} from "@/db/testing/make";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { layoutMonths } from "@/lib/charts/evidence-months";
import { KEY_FIGURES } from "@/lib/charts/key-figure";
import { layoutStatus } from "@/lib/charts/status-layout";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { summaryFilter } from "@/lib/filters/summary-filter";
import type { Actor } from "@/lib/workflow/actor";
import { readFigure } from "./figures";

const actors = {} as Record<"manager" | "editor" | "admin", Actor>;
const NOW = new Date("2023-06-15T10:00:00Z");
const TODAY = "2023-06-15";

beforeAll(async () => {
  await openFirstDossier();
  for (const role of ["manager", "editor", "admin"] as const) actors[role] = await makeActor(role);
  const asked = await makeOrganization(actors.editor, { slug: "asked-embassy", kind: "embassy", country: "NL" });
  await makeReplyRequest(actors.editor, { respondent: asked.slug, sentOn: "2022-11-03", dueOn: "2022-11-17" });
  await makeReplyRequest(actors.editor, { sentOn: "2023-02-03", dueOn: "2023-02-17" });
  // About Italy, answered, and asked again since.
  const { slug: about } = await makeStation(actors.editor, { country: "IT" });
  const { slug: response } = await makeResponse(actors.editor, { authority: asked.slug });
  const again = { respondent: asked.slug, sentOn: "2022-11-10", dueOn: "2022-11-24", stations: [about] };
  const { slug } = await makeReplyRequest(actors.editor, again);
  const entry = { dueOn: null, response: null, note: null };
  await recordReplyEntry(actors.editor, slug, { ...entry, kind: "answer", happenedOn: "2022-11-12", response });
  await recordReplyEntry(actors.editor, slug, { ...entry, kind: "reminder", happenedOn: "2022-11-30" });
  await makeEvidence(actors.editor, { published: "2022-11-05", title: "福州 draft" });
  // A street that the desk knows; everybody else is told the city, which lies beyond the edge of the boxes below.
  const street = { latitude: 42.44, longitude: 14.24, locationPrecision: "exact", publicPrecision: "city" };
  const { station, authority } = await makePublishedStation(actors.editor, { country: "IT", ...street });
  const times = { sentOn: "2022-11-20", dueOn: "2022-11-27" };
  const open = await makeReplyRequest(actors.editor, {
    respondent: authority.slug,
    stations: [station.slug],
    ...times,
  });
  await publishRecord("reply_request", open.slug);
});

const viewOf = (query: string) => {
  const { value, problems } = summaryFilter.parse(new URLSearchParams(query));
  expect(problems).toEqual([]);
  return value;
};

const totals = new Map<string, Promise<number>>();

/** How many records the list shows to which an address leads. Nothing is written here: each list is asked once. */
function totalAt(actor: Actor, href: string): Promise<number> {
  const key = `${actor.role} ${href}`;
  const total = totals.get(key) ?? countAt(actor, href);
  totals.set(key, total);
  return total;
}

async function countAt(actor: Actor, href: string): Promise<number> {
  const url = new URL(href, "http://localhost");
  const parsed = <V>({ value, problems }: { value: V; problems: readonly unknown[] }) => {
    expect(problems, href).toEqual([]);
    return value;
  };
  if (url.pathname === "/stations")
    return (await listStations(actor, parsed(stationFilter.parse(url.searchParams)))).total;
  if (url.pathname === "/evidence")
    return (await listEvidence(actor, parsed(evidenceFilter.parse(url.searchParams)))).total;
  if (url.pathname === "/responses")
    return (await listResponses(actor, parsed(responseFilter.parse(url.searchParams)))).total;
  if (url.pathname === "/replies")
    return (await listReplies(actor, parsed(replyFilter.parse(url.searchParams)))).total;
  throw new Error(`No list is known at ${href}.`);
}

const CITY = "box=14,42,14.21,42.41";
const STREET = "box=14.22,42.42,15,43";
/** That every number of every figure leads to as many is asked in links-behind-figures.test.ts, in twenty views. */
const VIEWS = [
  "",
  "records=published&from=2022-10-01&to=2023-03-31&country=NL&country=CA",
  `${STREET}&to=2022-12-31`,
];

test.each(VIEWS.flatMap((query) => (["manager", "editor"] as const).map((role) => [role, query] as const)))(
  "of every key figure, month and status a %s is told as many as the list has to which it leads: %s",
  async (role, query) => {
    const { figures, months, steps } = await readSummaryPage(actors[role], viewOf(query), NOW);
    const led = figures.filter(({ href }) => href !== null).map(({ name }) => name);
    expect(led).toEqual(KEY_FIGURES.filter((name) => name !== "median" && (name !== "onFile" || led.includes(name))));
    const { labels } = layoutStatus(steps, viewOf(query), TODAY, "en");
    const { rows } = layoutMonths(months, 3, viewOf(query), "en");
    for (const { count, href } of [...labels, ...rows.flatMap(({ parts }) => parts)]) {
      expect.soft(await totalAt(actors[role], href), href).toBe(count);
    }
  },
);

test("of every government an editor is told how many were asked, and how many of them answered", async () => {
  const view = { ...chartsFilter.absent, ...viewOf("") };
  const { layout } = await readFigure(actors.editor, view, "responses", NOW);
  const dutch = layout.rows
    .flatMap(({ bars }) => bars)
    .filter(({ href }) => /^\/replies\?.*government=NL/.test(href));
  expect(dutch.map(({ column, count }) => [column, count])).toEqual([
    ["asked", 2],
    ["answered", 1],
  ]);
});

test.each(["evidence", "responses", "replies"])(
  "a part of the map leaves some of the %s: what is about a station in it",
  async (list) => {
    const inBox = async (query: string) => totalAt(actors.editor, `/${list}?${query}`);
    const [all, europe, nowhere] = [
      await inBox(""),
      await inBox("box=-11,35,30,60"),
      await inBox("box=-40,-5,-35,5"),
    ];
    expect(europe).toBeGreaterThan(0);
    expect(europe).toBeLessThan(all);
    expect(nowhere).toBe(0);
  },
);

test("what is about a station is where its reader is told that the station is", async () => {
  for (const list of ["evidence", "responses", "replies"]) {
    const readTotals = async (actor: Actor) => [
      await totalAt(actor, `/${list}?${CITY}`),
      await totalAt(actor, `/${list}?${STREET}`),
      await totalAt(actor, `/${list}?${STREET}&records=published`),
    ];
    expect.soft(await readTotals(actors.editor), list).toEqual([0, 1, 0]);
    expect.soft(await readTotals(actors.manager), list).toEqual([1, 0, 0]);
  }
});

test("the period before is the same view of other days", async () => {
  const { figures, previous } = await readSummaryPage(
    actors.manager,
    viewOf("from=2022-10-01&to=2022-12-31&country=NL"),
    NOW,
  );
  expect(previous).toEqual({ from: "2022-07-01", to: "2022-09-30" });
  const before = await readSummaryPage(actors.manager, viewOf("from=2022-07-01&to=2022-09-30&country=NL"), NOW);
  expect(figures.map(({ before: value }) => value)).toEqual(before.figures.map(({ value }) => value));
});

test("the whole investigation is compared with nothing", async () => {
  const { figures, previous } = await readSummaryPage(actors.manager, viewOf(""), NOW);
  expect(previous).toBeNull();
  expect(new Set(figures.map(({ before }) => before))).toEqual(new Set([undefined]));
});

test("what is claimed is a range with its claimants, never a sum", async () => {
  const claimedOf = async (query: string) =>
    (await readSummaryPage(actors.manager, viewOf(query), NOW)).numbers.claimed;
  const italy = await claimedOf("country=IT");
  expect(
    italy?.marks.filter(({ claimants }) => claimants.some(({ slug }) => slug === "safeguard-defenders")),
  ).toEqual(expect.arrayContaining([expect.objectContaining({ value: 4 }), expect.objectContaining({ value: 11 })]));
  expect(italy?.marks.map(({ value }) => value)).not.toContain(15);
  expect(await claimedOf("country=IT&country=CA")).toBeNull();
});

test("only an admin is told of persons", async () => {
  expect((await readSummaryPage(actors.manager, viewOf(""), NOW)).people).toBeNull();
  expect((await readSummaryPage(actors.editor, viewOf(""), NOW)).people).toBeNull();
  expect((await readSummaryPage(actors.admin, viewOf(""), NOW)).people).not.toBeNull();
});

import { parse } from "csv-parse/sync";
import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makePublishedStation,
  makeResponse,
  makeStation,
  publishRecord,
} from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import { ANSWER_FIGURES, CHARTS, SUMMARY_FIGURES } from "@/lib/charts/figures";
import type { Role } from "@/lib/workflow/actor";
import { GET as getChart } from "./figures/[name]/route";
import { GET as getMap } from "./figures/map/route";
import { GET as getOfOverview } from "./figures/overview/[name]/route";
import { GET as getRange } from "./figures/range/route";
import { GET as getStations } from "./figures/stations/route";
import { GET as getOfSummary } from "./figures/summary/[name]/route";
import { GET as getTimeline } from "./figures/timeline/route";

const SECRET = "a secret of this test";
const tokens = {} as Record<Role, string>;
const enter = (role: Role | null) => {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
};

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  for (const role of ["editor", "manager"] as const) {
    const actor = await makeActor(role);
    await db.update(people).set({ passwordHash: "may sign in" });
    tokens[role] = await encode({ token: { sid: await openSession(actor.id) }, secret: SECRET });
  }
  const editor = await makeActor("editor");
  await makeStation(editor, { country: "ES", latitude: 40.4168, longitude: -3.7038, locationPrecision: "city" });
  const { source } = await makePublishedStation(editor, { country: "IT" });
  await makeStation(editor, { country: "IT" });
  await makeEvidence(editor, { published: "2022-11-05" });
  await makeClaim(editor, { subject: "station_count", country: "IT", valueNumber: 11, asserted: "2022-12" });
  await makeResponse(editor, { kind: "denial" });
  const event = await makeEvent(editor, { occurred: "2022-10-26", evidence: [source.slug] });
  await publishRecord("event", event.slug);
  await makeEvent(editor, { occurred: "2022-10-27" });
});
beforeEach(() => enter("editor"));

const nameOf = (path: string) => path.replace(/^(?:summary|overview)\//, "");

/** A figure by what follows `/api/v1/figures/` in its address. */
function ask(path: string, query = ""): Promise<Response> {
  const request = new Request(`http://desk.example/api/v1/figures/${path}?${query}`);
  const named = { params: Promise.resolve({ name: nameOf(path) }) };
  const unnamed = { params: Promise.resolve({}) };
  if (path === "map") return getMap(request, unnamed);
  if (path === "stations") return getStations(request, unnamed);
  if (path === "timeline") return getTimeline(request, unnamed);
  if (path === "range") return getRange(request, unnamed);
  if (path.startsWith("overview/")) return getOfOverview(request, named);
  return path.startsWith("summary/") ? getOfSummary(request, named) : getChart(request, named);
}

const SCOPED = [...CHARTS, "map", "timeline", ...SUMMARY_FIGURES.map((name) => `summary/${name}`)];
const PATHS = [...SCOPED, "stations", "range", ...ANSWER_FIGURES.map((name) => `overview/${name}`)];

type File = {
  filter: string;
  url: string;
  revision: { seq: number; hash: string };
  rows: Record<string, unknown>[];
  total: number;
  next: number | null;
};
const fileOf = async (path: string, query = "") => (await (await ask(path, query)).json()) as File;

test.each(PATHS)("nobody who is not signed in gets a figure of %s", async (path) => {
  enter(null);
  const answer = await ask(path);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
});

test("a figure that is none is not found", async () => {
  expect((await ask("claims")).status).toBe(404);
  expect((await ask("summary/claimed")).status).toBe(404);
  expect((await ask("overview/claimed")).status).toBe(404);
});

test.each(PATHS)("what the address of %s does not mean is refused, not left out", async (path) => {
  const wrong = ["countries=IT", "country=XX", "format=xml", "from=yesterday", "format=csv&format=json", "to=now"];
  const places = ["page=0", "page=2&page=3", "rows=51", "rows=all&rows=50"];
  for (const query of [...wrong, ...places]) {
    const answer = await ask(path, query);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Object.keys((await answer.json()).errors)).toEqual([query.split("=")[0]]);
  }
});

test.each(PATHS)("%s has its figures with their definition and revision, in both forms", async (path) => {
  const name = path === "range" ? "range-001" : nameOf(path);
  const json = await fileOf(path, "format=json&rows=all");
  expect(json).toMatchObject({ name, definition: expect.any(String), licence: expect.any(String) });
  expect(json.revision.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(json.url).toMatch(new RegExp(`^http://desk.example/.*#${name}$`));
  const next = json.rows.length > 50 ? 2 : null;
  expect(await fileOf(path)).toMatchObject({ rows: json.rows.slice(0, 50), total: json.rows.length, next });
  expect(await fileOf(path, "page=2&rows=500")).toMatchObject({ rows: [], total: json.rows.length, next: null });
  // A file of all rows has no pages.
  expect((await ask(path, "format=csv&page=1")).status).toBe(400);
  const answer = await ask(path, "format=csv");
  expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
  const lines = parse(await answer.text(), { bom: true, relax_column_count: true }) as string[][];
  expect(lines.find(([key]) => key === "# filter")?.[1]).toBe(json.filter);
  expect(lines.filter(([key]) => !key?.startsWith("# "))).toHaveLength(json.rows.length + 1);
});

test("a manager, and an editor who asks for what is public, count no draft; absence is no zero", async () => {
  const italy = async (query = "") => (await fileOf("claimed", `country=IT&country=TV${query}`)).rows;
  const onFile = (rows: Record<string, unknown>[], place: string) =>
    rows.find(({ country }) => country === place)?.on_file;
  expect(onFile(await italy(), "Italy")).toBe(2);
  expect(onFile(await italy("&records=published"), "Italy")).toBe(1);
  enter("manager");
  const rows = await italy();
  expect(onFile(rows, "Italy")).toBe(1);
  expect(onFile(rows, "Tuvalu")).toEqual({ missing: "not_examined", words: "not examined" });
});

test("the timeline's file counts what its reader may see, and says by what it is narrowed", async () => {
  const counted = async (query = "") => {
    const { rows, filter, url } = await fileOf("timeline", query);
    return { filter, url, events: rows.reduce((sum, { events = 0 }) => sum + Number(events), 0), rows };
  };
  expect((await counted()).events).toBe(2);
  expect((await counted("records=published")).events).toBe(1);
  const narrowed = await counted("q=embassy&lane=events&not.kind=events.denial");
  expect(narrowed.filter).toMatch(/; text: “embassy”; lanes: Events; kind: not Event: /);
  expect(narrowed.url).toContain("/timeline?q=embassy&lane=events&not.kind=events.denial#timeline");
  expect((await counted("country=TV")).rows).toEqual([]);
  enter("manager");
  expect((await counted()).events).toBe(1);
});

test("the files of the summary count what their reader may see within the period", async () => {
  const items = async (query: string) =>
    (await fileOf("summary/months", query)).rows.map(({ month, items: count }) => [month, count]);
  expect(await items("from=2022-01-01")).toEqual([["2022-11", 1]]);
  expect(await items("from=2022-01-01&records=published")).toEqual([]);
  expect(await items("from=2022-12-01")).toEqual([]);
  enter("manager");
  expect(await items("from=2022-01-01")).toEqual([]);
});

test("the figures of a place have a row each, drafts for the desk alone, beside what is published there", async () => {
  const rows = async (query: string) => (await fileOf("range", query)).rows.map(({ kind, figure }) => [kind, figure]);
  const documented = ["Documented", 1];
  expect(await rows("place=IT")).toEqual([["Claimed", 11], documented]);
  expect(await rows("place=IT&to=2022-01-01")).toEqual([["Documented", 0]]);
  expect(await rows("place=IT&records=published")).toEqual([documented]);
  expect(await rows("place=150")).toEqual([documented]);
  expect((await fileOf("range", "place=150")).url).toMatch(/\/claims\?subject=station_count&scope=region#range-150$/);
  const italy = await fileOf("range", "place=IT&to=2022-12-31&records=published");
  expect(italy.url).toMatch(/\/summary\?to=2022-12-31&country=IT&records=published#range-it$/);
  expect((await ask("range", "place=XX")).status).toBe(400);
  enter("manager");
  expect(await rows("place=IT")).toEqual([documented]);
});

test("of many figures of a place JSON has a page, its pages all of them, and CSV all at once", async () => {
  const editor = await makeActor("editor");
  for (let n = 1; n <= 60; n += 1)
    await makeClaim(editor, { subject: "station_count", country: "GR", valueNumber: n, asserted: "2022-12" });
  const whole = await fileOf("range", "place=GR&rows=all");
  const [first, second] = [await fileOf("range", "place=GR"), await fileOf("range", "place=GR&page=2")];
  expect([whole, first, second].map(({ rows, total, next }) => [rows.length, total, next])).toEqual([
    [61, 61, null],
    [50, 61, 2],
    [11, 61, null],
  ]);
  expect([...first.rows, ...second.rows]).toEqual(whole.rows);
  expect(await fileOf("range", "place=GR&page=2&rows=50")).toEqual({ ...second, asOf: expect.any(String) });
  const lines = parse(await (await ask("range", "place=GR&format=csv")).text(), {
    bom: true,
    relax_column_count: true,
  }) as string[][];
  expect(lines.filter(([key]) => !key?.startsWith("# "))).toHaveLength(62);
});

test("the first page's figures of responses count those that their reader may see", async () => {
  const counted = async (name: string) =>
    (await fileOf(`overview/${name}`)).rows.reduce((sum, { responses }) => sum + Number(responses), 0);
  for (const name of ANSWER_FIGURES) {
    enter("editor");
    expect([name, await counted(name)]).toEqual([name, 2]);
    enter("manager");
    expect([name, await counted(name)]).toEqual([name, 1]);
  }
});

test("the desk's weeks count its work for whoever may not read it, whatever the view", async () => {
  const work = async (query = "") => {
    const { rows, filter, url } = await fileOf("summary/weeks", query);
    return { filter, url, weeks: rows.length, published: rows.reduce((sum, row) => sum + Number(row.published), 0) };
  };
  const all = await work();
  expect(all).toMatchObject({ weeks: 12, filter: expect.stringMatching(/drafts included, in the last 12 weeks/) });
  expect(all.published).toBeGreaterThan(0);
  const { url, ...narrowed } = await work("country=TV&to=2022-01-01&records=published");
  expect({ ...narrowed, url: all.url }).toEqual(all);
  expect(url).toMatch(/\/summary\?to=2022-01-01&country=TV&records=published#weeks$/);
  enter("manager");
  expect(await work()).toEqual(all);
});

test("the map of a list of stations has a row for each that its reader may see and that has a place", async () => {
  const { rows, filter, url } = await fileOf("stations", "country=ES&country=IT&sort=-changed");
  expect(rows.map(({ country, precision }) => [country, precision])).toEqual([["Spain", "city"]]);
  expect(filter).toMatch(/drafts included; Spain and Italy/);
  expect(url).toMatch(/\/stations\?country=ES&country=IT&sort=-changed#stations$/);
  expect((await fileOf("stations", "records=published")).rows).toEqual([]);
  enter("manager");
  expect((await fileOf("stations")).rows).toEqual([]);
});

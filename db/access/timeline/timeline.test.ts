import { beforeAll, expect, test } from "vitest";
import { decodeTimelineData } from "@/lib/timeline/timeline-data";
import type { Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makePublishedStation,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { listLatest, listTimeline, listUndated, readTimelineBounds, readTimelineData } from "./timeline";
import { readCountrySpans, readSpans } from "./timeline-spans";

const everything = {};
const only = <V extends string>(...any: V[]) => ({ any, without: [] });
let reporter: Actor;

beforeAll(async () => {
  reporter = await makeActor("reporter");
  const { station } = await makePublishedStation(reporter, {
    name: "Amsterdam",
    slug: "nl-amsterdam",
    country: "NL",
  });
  await makeStatusReport(reporter, { station: station.slug, status: "ordered_closed", asOf: "2022-11-01" });
  await makeEvent(reporter, {
    slug: "evt-1",
    title: "First patrols",
    kind: "cooperation",
    occurred: "2016~",
    country: "IT",
  });
  await makeEvent(reporter, { slug: "evt-2", title: "A day nobody knows" });
  await makeClaim(reporter, {
    slug: "clm-1",
    scope: "station",
    station: "nl-amsterdam",
    country: null,
    asserted: "2022-10",
  });
  await makeClaim(reporter, { slug: "clm-2", asserted: "2022-10", country: "IT" });
  await makeResponse(reporter, { slug: "rsp-1", kind: "denial", given: "2022-10-26", countries: ["NL"] });
  await makeEvidence(reporter, {
    slug: "src-1",
    title: "Politiebureaus",
    published: "2022-10-26",
    countries: ["NL"],
  });
});

test("every lane's dated records come in the order of their days, each with its date as it was typed", async () => {
  const { items, total } = await listTimeline(reporter, everything);
  expect(items.map(({ lane, date }) => [lane, date?.edtf])).toEqual([
    ["events", "2016~"],
    ["claims", "2022-10"],
    ["claims", "2022-10"],
    ["evidence", "2022-10-26"],
    ["responses", "2022-10-26"],
    ["reports", "2022-11-01"],
  ]);
  expect(total).toBe(6);
  expect(items.at(-1)).toMatchObject({ title: "Amsterdam", kind: "ordered_closed", on: "nl-amsterdam" });
});

test("records that bear one date in one lane are one span with their number", async () => {
  const { spans } = await readSpans(reporter, { ...everything, lane: only("claims") });
  expect(spans).toEqual([
    {
      lane: "claims",
      date: { edtf: "2022-10", from: "2022-10-01", to: "2022-10-31" },
      count: 2,
      first: expect.objectContaining({ slug: "clm-1" }),
    },
  ]);
});

test("a record without a date is listed apart and drawn nowhere, whatever the period", async () => {
  const { items, total } = await listUndated(reporter, { ...everything, lane: only("events"), from: "2022-01-01" });
  expect(items.map(({ slug }) => slug)).toEqual(["evt-2"]);
  expect(total).toBe(1);
});

test("a period takes whatever overlaps it, a country whatever is about it", async () => {
  const slugs = async (filter: Partial<Parameters<typeof listTimeline>[1]>) =>
    (await listTimeline(reporter, { ...everything, ...filter })).items.map(({ slug }) => slug);
  expect((await slugs({ from: "2022-10-20", to: "2022-10-26" })).sort()).toEqual([
    "clm-1",
    "clm-2",
    "rsp-1",
    "src-1",
  ]);
  expect(await slugs({ country: only("IT") })).toEqual(["evt-1", "clm-2"]);
  expect(await slugs({ country: only("NL"), lane: only("claims") })).toEqual(["clm-1"]);
  expect(await slugs({ kind: only("responses.denial") })).toEqual(["rsp-1"]);
  const lanes = ["events", "reports", "claims", "responses", "evidence"] as const;
  expect(await slugs({ lane: { any: [], without: lanes } })).toEqual([]);
  expect(await slugs({ lane: only("claims"), country: { any: [], without: ["IT"] } })).toEqual(["clm-1"]);
  expect(await slugs({ q: "politiebureaus" })).toEqual(["src-1"]);
});

test("pages follow on each other without a gap or a twin", async () => {
  const first = await listTimeline(reporter, everything, { limit: 3 });
  const second = await listTimeline(reporter, everything, { limit: 3, after: first.next });
  const whole = await listTimeline(reporter, everything);
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect(second.next).toBeNull();
});

test("the latest records come first, with the number of all", async () => {
  const { items, total } = await listLatest(reporter, everything, 2);
  expect(items.map(({ date }) => date?.edtf)).toEqual(["2022-11-01", "2022-10-26"]);
  expect(total).toBe(6);
});

test("a manager's timeline holds nothing that is not published", async () => {
  const manager = await makeActor("manager");
  expect((await listTimeline(manager, everything)).items).toEqual([]);
  expect((await listUndated(manager, { ...everything, lane: only("events") })).total).toBe(0);
});

test("the timeline data holds every dated record with its countries, as far as whoever asks may see it", async () => {
  const timelineData = await readTimelineData(reporter, everything);
  expect(timelineData.total).toBe(6);
  const entries = decodeTimelineData(timelineData);
  expect(
    entries.map(({ lane, kind, date, countries, slug, on }) => [lane, kind, date.edtf, countries, on ?? slug]),
  ).toEqual(
    expect.arrayContaining([
      ["events", "cooperation", "2016~", ["IT"], "evt-1"],
      ["claims", "asserts", "2022-10", ["NL"], "clm-1"],
      ["responses", "denial", "2022-10-26", ["NL"], "rsp-1"],
      ["reports", "ordered_closed", "2022-11-01", ["NL"], "nl-amsterdam"],
    ]),
  );
  const { items } = await listTimeline(reporter, everything);
  expect(entries.map(({ slug }) => slug)).toEqual(items.map(({ slug }) => slug));
  const manager = await makeActor("manager");
  expect(await readTimelineData(manager, everything)).toMatchObject({ total: 0, slug: [] });
  expect((await readTimelineData(reporter, { records: "published" })).total).toBe(0);
});

test("full timeline data has the earliest records and the number of all", async () => {
  const timelineData = await readTimelineData(reporter, everything, 2);
  expect(decodeTimelineData(timelineData).map(({ date }) => date.edtf)).toEqual(["2016~", "2022-10"]);
  expect(timelineData.total).toBe(6);
});

test("a box keeps what is about a station in it, also across the date line", async () => {
  await makeStation(reporter, {
    slug: "fj-suva",
    name: "Suva",
    country: "FJ",
    latitude: -18.1,
    longitude: 178.4,
    locationPrecision: "city",
  });
  await makeStatusReport(reporter, { slug: "suva-report", station: "fj-suva", status: "reported", asOf: "2022-09" });
  await makeEvidence(reporter, { slug: "suva-item", published: "2022-09-12", stations: ["fj-suva"] });
  const pacific = { west: 170, south: -30, east: -170, north: 0 };
  const { items, total } = await listTimeline(reporter, { box: pacific });
  expect(items.map(({ slug }) => slug).sort()).toEqual(["suva-item", "suva-report"]);
  expect((await readTimelineData(reporter, { box: pacific })).total).toBe(total);
  expect((await listTimeline(reporter, { box: { ...pacific, east: 175 } })).total).toBe(0);
});

test("spans of countries count a record in each of its countries, and what is about none apart", async () => {
  const { spans, dates } = await readCountrySpans(reporter, { lane: only("claims", "events"), to: "2022-12-31" });
  expect(spans.map(({ country, date, count, first }) => [country, date.edtf, count, first?.lane])).toEqual([
    ["IT", "2016~", 1, "events"],
    ["IT", "2022-10", 1, "claims"],
    ["NL", "2022-10", 1, "claims"],
  ]);
  expect(dates.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect((await readCountrySpans(await makeActor("manager"), everything)).spans).toEqual([]);
});

test("what claims speak of is drawn beside where they were said, counted once, and narrows to them", async () => {
  const editor = await makeActor("editor");
  const about = { asserted: "2022-09", country: "NO", claimants: [] };
  await makeClaim(editor, { ...about, slug: "clm-no-1", asserted: "2022-08", period: "2016/2018" });
  await makeClaim(editor, { ...about, slug: "clm-no-2", asserted: "2022-07", period: "2016/2018" });
  await makeClaim(editor, { ...about, slug: "clm-no-3", period: "2018/.." });
  await makeClaim(editor, { ...about, slug: "clm-no-4" });
  await makeEvent(editor, { slug: "evt-no", title: "Patrols", occurred: "2017", country: "NO" });
  const norway = { country: only("NO") };
  const { spans, spoken } = await readSpans(editor, norway);
  expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  expect(
    spoken.map(({ lane, date, count, first }) => [lane, date.edtf, count, first.slug, first.asserted.edtf]),
  ).toEqual([
    ["claims", "2016/2018", 2, "clm-no-1", "2022-08"],
    ["claims", "2018/..", 1, "clm-no-3", "2022-09"],
  ]);
  const byCountry = await readCountrySpans(editor, norway);
  expect(byCountry.spoken.map(({ country, count }) => [country, count])).toEqual([
    ["NO", 2],
    ["NO", 1],
  ]);
  expect(byCountry.spokenDates.map(({ count }) => count)).toEqual([2, 1]);
  const byMonth = await readCountrySpans(editor, norway, 0);
  expect(byMonth.spans.map(({ country, date, count }) => [country, date.edtf, count])).toEqual([
    ["NO", "2017-01-01/2017-12-31", 1],
    ["NO", "2022-07", 1],
    ["NO", "2022-08", 1],
    ["NO", "2022-09", 2],
  ]);
  expect(byMonth.spoken.map(({ date, count, first }) => [date.edtf, count, first.slug])).toEqual([
    ["2016/2018", 2, "clm-no-1"],
    ["2018/..", 1, "clm-no-3"],
  ]);
  const slugs = async (filter: Parameters<typeof listTimeline>[1]) =>
    (await listTimeline(editor, { ...norway, ...filter })).items.map(({ slug, period }) => [
      slug,
      period?.edtf ?? null,
    ]);
  expect(await slugs({ from: "2017-01-01", to: "2017-12-31" })).toEqual([["evt-no", null]]);
  expect(await slugs({ periodFrom: "2017-01-01", periodTo: "2017-12-31" })).toEqual([
    ["clm-no-2", "2016/2018"],
    ["clm-no-1", "2016/2018"],
  ]);
  expect((await slugs({ periodFrom: "2030-01-01" })).map(([slug]) => slug)).toEqual(["clm-no-3"]);
  expect((await readSpans(editor, { ...norway, periodFrom: "2030-01-01" })).spoken).toHaveLength(1);
  const data = decodeTimelineData(await readTimelineData(editor, norway));
  expect(data.filter(({ period }) => period).map(({ slug }) => slug)).toEqual(["clm-no-2", "clm-no-1", "clm-no-3"]);
  expect((await readSpans(await makeActor("manager"), norway)).spoken).toEqual([]);
});

test("playing goes from the first dated record to the last that the reader may see", async () => {
  expect(await readTimelineBounds(reporter, everything)).toEqual({ from: "2016-01-01", to: "2022-11-01" });
  expect(await readTimelineBounds(await makeActor("manager"), everything)).toBeNull();
});

test("of much evidence a figure of countries has the months, as many as a plain recount finds, for each role", async () => {
  const editor = await makeActor("editor");
  for (const published of [
    "2021-03-04",
    "2021-03-09",
    "2021-03",
    "2021-02-27/2021-03-02",
    "2021~",
    "../2021-04-01",
    "2021-05",
  ]) {
    const { slug } = await makeEvidence(reporter, { published, countries: ["NL", "BE"] });
    if (published.startsWith("2021-03")) await publishRecord("evidence", slug);
  }
  const inMonth = (day: string | null) => day?.slice(0, 7);
  for (const actor of [editor, await makeActor("manager")]) {
    const [exact, months] = [
      await readCountrySpans(actor, { lane: only("evidence") }),
      await readCountrySpans(actor, { lane: only("evidence") }, 0),
    ];
    const counted = new Map<string, number>();
    for (const { country, date, count } of exact.spans) {
      const isOne = date.from !== null && inMonth(date.from) === inMonth(date.to);
      const key = `${country} ${isOne ? inMonth(date.from) : `${date.from ?? ".."}/${date.to ?? ".."}`}`;
      counted.set(key, (counted.get(key) ?? 0) + count);
    }
    expect(counted.size).toBeGreaterThan(0);
    expect(new Map(months.spans.map(({ country, date, count }) => [`${country} ${date.edtf}`, count]))).toEqual(
      counted,
    );
    for (const limit of [2, 50]) {
      const about = { lane: only<Lane>("evidence"), country: only("NL") };
      const latest = await listLatest(actor, about, limit);
      const all = await listTimeline(actor, about, { limit: 100 });
      const days = all.items
        .map(({ date }) => date?.from ?? date?.to)
        .sort()
        .reverse();
      expect(latest.items.map(({ date }) => date?.from ?? date?.to)).toEqual(days.slice(0, limit));
      expect(latest.total).toBe(all.total);
    }
    expect([months.dates, months.spans.every(({ first }) => first === null)]).toEqual([exact.dates, true]);
  }
});

import { beforeAll, expect, test } from "vitest";
import { STATION_SORTS, type StationOrder, stationFilter } from "@/lib/filters/station-filter";
import { drawStations } from "@/lib/map/stations-figure";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeStation,
  makeStatusReport,
} from "../../testing/make";
import { countStations, listStationPoints, listStations } from "./station-list";

let desk: Actor;
let manager: Actor;

beforeAll(async () => {
  [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const operator = await makeOrganization(desk, { slug: "fuzhou", name: "Fuzhou", kind: "police_bureau" });
  const at = { latitude: 52.374, longitude: 4.8897, locationPrecision: "city" };
  await makeStation(desk, { slug: "b", name: "Bari", country: "IT", operator: operator.slug, ...at });
  await makeStation(desk, { slug: "a", name: "Amsterdam", firstReported: "2022-09-12", ...at, city: "Amsterdam" });
  await makeStation(desk, {
    slug: "c",
    name: "Cork",
    country: "IE",
    firstReported: "2022-10",
    kind: "contact_point",
  });
  await makePublishedStation(desk, { slug: "d", name: "Delft", alternateNames: ["代尔夫特"] });
  await makeStatusReport(desk, { station: "c", status: "reported_closed" });
  await makeEvidence(desk, { stations: ["c", "b"] });
});

const slugs = async (query: Parameters<typeof listStations>[1], actor = desk) =>
  (await listStations(actor, query)).items.map(({ slug }) => slug).join("");
const any = (...values: string[]) => ({ any: values, without: [] });
const without = (...values: string[]) => ({ any: [], without: values });

test("the list narrows by several values, by what is left out, and by text in any script", async () => {
  expect(await slugs({ country: any("IT", "IE") })).toBe("bc");
  expect(await slugs({ country: without("IT") })).toBe("acd");
  expect(await slugs({ status: any("reported_closed") })).toBe("c");
  expect(await slugs({ operator: any("fuzhou") })).toBe("b");
  expect(await slugs({ operator: without("fuzhou") })).toBe("acd");
  expect(await slugs({ kind: any("contact_point"), country: any("IE") })).toBe("c");
  expect(await slugs({ q: "amst" })).toBe("a");
  expect(await slugs({ q: "代尔夫特" })).toBe("d");
});

test.each(STATION_SORTS)("sorted by %s, pages follow each other in both directions without a gap", async (sort) => {
  for (const order of [sort, `-${sort}`] as StationOrder[]) {
    const whole = await slugs({ sort: order });
    let [paged, after]: [string, string[] | undefined] = ["", undefined];
    do {
      const page: Awaited<ReturnType<typeof listStations>> = await listStations(desk, {
        sort: order,
        after,
        limit: 1,
      });
      expect(page.total).toBe(4);
      paged += page.items.map(({ slug }) => slug).join("");
      after = page.next;
    } while (after);
    expect(paged).toBe(whole);
  }
});

test("a place of another order, or one that nobody wrote, begins the list anew", async () => {
  const { next } = await listStations(desk, { sort: "country", limit: 1 });
  expect(await slugs({ sort: "changed", after: next })).toHaveLength(4);
  expect(await slugs({ after: ["Amsterdam", "not-an-id"] })).toBe("abcd");
});

test("the latest report comes first, and a station of unknown date last", async () => {
  expect((await slugs({ sort: "-reported" })).slice(0, 2)).toBe("ca");
});

test("a row tells how many items of evidence this reader may see", async () => {
  const { items } = await listStations(desk, { country: any("IE") });
  expect(items[0]).toMatchObject({ evidence: 2, operator: null, status: "reported_closed" });
});

test("the map shows the same query, as far as its stations have a place", async () => {
  expect((await listStationPoints(desk)).map(({ slug }) => slug)).toEqual(["b", "a"]);
  expect(await listStationPoints(desk, { country: any("IT") })).toEqual([
    expect.objectContaining({ slug: "b", latitude: 52.374, longitude: 4.8897, precision: "city" }),
  ]);
});

test("a mark of several leads to as many stations as it says, from everybody's list and from the desk's", async () => {
  for (const reader of [desk, await makeActor("editor")]) {
    const points = await listStationPoints(reader);
    const { marks } = drawStations(points, stationFilter.absent, "en");
    const [several] = marks;
    expect(several?.count).toBe(2);
    const { value } = stationFilter.parse(new URL(several?.href ?? "", "http://desk.example").searchParams);
    expect((await listStations(reader, value)).items.map(({ slug }) => slug).sort()).toEqual(["a", "b"]);
  }
});

test("each facet counts beside what is chosen in the others", async () => {
  const counts = await countStations(desk, { country: any("IT") });
  expect(counts.country.map(({ value, count }) => `${value} ${count}`)).toEqual(["NL 2", "IE 1", "IT 1"]);
  expect(counts.operator).toEqual([{ value: "fuzhou", label: "Fuzhou", count: 1 }]);
  expect(counts.state).toEqual([{ value: "draft", label: null, count: 1 }]);
});

test("a manager finds, counts and maps only what is published", async () => {
  expect(await slugs({}, manager)).toBe("d");
  expect(await slugs({ state: any("draft") }, manager)).toBe("");
  expect(await listStationPoints(manager)).toEqual([]);
  expect(await countStations(manager)).toMatchObject({
    country: [{ value: "NL", count: 1 }],
    operator: [],
    state: [],
  });
});

import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { ROLES } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvidence,
  makePublishedStation,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { listStations } from "../stations/station-list";
import { readMap } from "./map";

const any = (...values: string[]) => ({ any: values, without: [] });
const EXACT = { latitude: 52.374012, longitude: 4.889694, locationPrecision: "exact" };
let desk: Actor;
let manager: Actor;

beforeAll(async () => {
  [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const dated = { firstReported: "2022-09-12" };
  await makePublishedStation(desk, { slug: "a", name: "Amsterdam", ...dated, ...EXACT, publicPrecision: "city" });
  await makePublishedStation(desk, { slug: "b", name: "Bergen", ...dated, ...EXACT, publicPrecision: "country" });
  await makeStation(desk, { slug: "c", name: "Capelle", firstReported: "2023-01", ...EXACT });
  await makeStation(desk, {
    slug: "f",
    name: "Suva",
    country: "FJ",
    latitude: -18.1,
    longitude: 178.4,
    locationPrecision: "city",
  });
  await makeStation(desk, {
    slug: "s",
    name: "Apia",
    country: "WS",
    latitude: -13.8,
    longitude: -171.8,
    locationPrecision: "city",
  });
  await makeStation(desk, { slug: "n", name: "Nowhere", country: "PT" });
  await makeClaim(desk, { subject: "existence", country: "AT", asserted: "2022-11" });
  await makeCoverage(desk, { country: "IS", asOf: "2023-02" });
  for (const [status, asOf] of [
    ["reported", "2022-09-12"],
    ["reported_closed", "2022-11"],
  ] as const) {
    await makeStatusReport(desk, { station: "a", status, asOf });
  }
});

test("each country is one of three things, and a country that nothing names is none of them", async () => {
  const { countries } = await readMap(desk, {});
  expect(Object.fromEntries(countries.map((row) => [row.country, [row.coverage, row.stations]]))).toEqual({
    AT: ["reported", 0],
    FJ: ["reported", 1],
    IS: ["examined_none_found", 0],
    NL: ["reported", 3],
    PT: ["reported", 1],
    WS: ["reported", 1],
  });
});

test("a manager's map has what is published, at the precision at which it leaves the desk", async () => {
  const map = await readMap(manager, {});
  expect(map.countries).toEqual([{ country: "NL", stations: 2, coverage: "reported", claimed: 0 }]);
  expect(map).toMatchObject({
    sees: "published",
    total: 2,
    placed: 1,
    spots: [{ latitude: 52.4, longitude: 4.9, precision: "city" }],
  });
  expect(JSON.stringify(map)).not.toMatch(/52\.37|4\.88|Capelle|"c"/);
});

test("the desk sees places as stored, and as everybody does when it asks for what is public", async () => {
  for (const role of ROLES.filter((one) => one !== "manager")) {
    const actor = await makeActor(role);
    const all = await readMap(actor, { country: any("NL") });
    expect(all).toMatchObject({ sees: "all", total: 3, placed: 3 });
    expect(all.spots).toMatchObject([{ latitude: EXACT.latitude, count: 3 }]);
    expect(await readMap(actor, { records: "published" })).toEqual(await readMap(manager, {}));
  }
});

const listed = async (actor: Actor, query: Parameters<typeof listStations>[1]) =>
  (await listStations(actor, query)).items.map(({ slug }) => slug).sort();

test("a box finds nothing finer than the map draws: a manager can't ask where a place is", async () => {
  const around = (latitude: number, longitude: number) => ({
    box: { west: longitude - 0.005, east: longitude + 0.005, south: latitude - 0.005, north: latitude + 0.005 },
  });
  expect(await listed(manager, around(52.374, 4.89))).toEqual([]);
  expect((await readMap(manager, around(52.374, 4.89))).total).toBe(0);
  expect(await listed(manager, around(52.4, 4.9))).toEqual(["a"]);
  expect(await listed(desk, around(52.374, 4.89))).toEqual(["a", "b", "c"]);
});

test("a box that crosses the date line has both sides of it; the map draws the rest too", async () => {
  const across = { box: { west: 170, south: -30, east: -160, north: 0 } };
  expect(await listed(desk, across)).toEqual(["f", "s"]);
  expect(await listed(desk, { box: { ...across.box, east: 180 } })).toEqual(["f"]);
  expect(await readMap(desk, across)).toMatchObject({ total: 2, placed: 5 });
  expect((await readMap(desk, across)).countries).toContainEqual(
    expect.objectContaining({ country: "NL", stations: 0, coverage: "reported" }),
  );
});

test("as of an earlier day the map shows what was dated by then", async () => {
  const statusOn = async (to: string) =>
    (await readMap(desk, { to })).spots.flatMap(
      (spot) => spot.stations.find(({ slug }) => slug === "a")?.status ?? [],
    );
  expect(await statusOn("2022-09-11")).toEqual([]);
  expect(await statusOn("2022-09-12")).toEqual(["reported"]);
  expect(await statusOn("2022-11-01")).toEqual(["reported_closed"]);
  const coverageOn = async (to: string) => (await readMap(desk, { to })).countries.map(({ country }) => country);
  expect(await coverageOn("2022-10-01")).toEqual(["NL"]);
  expect(await coverageOn("2022-12-01")).toEqual(["AT", "NL"]);
  expect(await coverageOn("2023-03-01")).toEqual(["AT", "IS", "NL"]);
});

test("time runs from the first day on which the map changes to the last, as far as the reader sees", async () => {
  expect((await readMap(desk, {})).days).toEqual({ from: "2022-09-12", to: "2023-02-01" });
  expect((await readMap(manager, {})).days).toEqual({ from: "2022-09-12", to: "2022-09-12" });
});

test("a facet narrows the stations and leaves what is known of a country", async () => {
  const { countries, total } = await readMap(desk, { status: any("reported_closed"), to: "2022-12-31" });
  expect(total).toBe(1);
  expect(countries).toMatchObject([
    { country: "AT", coverage: "reported", stations: 0 },
    { country: "NL", stations: 1 },
  ]);
  expect(await readMap(desk, { country: { any: [], without: ["NL", "PT"] } })).toMatchObject({ total: 2 });
});

test("a published record that none was found is on everybody's map", async () => {
  const record = await makeCoverage(desk, { country: "LU", evidence: [await publishedItem()] });
  await publishRecord("coverage", record.slug);
  const { countries } = await readMap(manager, {});
  expect(countries).toContainEqual({ country: "LU", stations: 0, coverage: "examined_none_found", claimed: 0 });
});

async function publishedItem() {
  const item = await makeEvidence(desk);
  await publishRecord("evidence", item.slug);
  return item.slug;
}

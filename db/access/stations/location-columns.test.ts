import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { publicLocation } from "@/lib/records/location";
import { LOCATION_PRECISIONS } from "@/lib/records/station";
import { db } from "../../client";
import { stations } from "../../schema";
import { makeActor, makePublishedStation, makeStation } from "../../testing/make";
import { findAsOf } from "../history/as-of";
import { placeColumns } from "./location-columns";
import { listStationPoints } from "./station-list";
import { findStation } from "./stations";

const soon = { text: "", isDay: false, until: new Date(Date.now() + 3_600_000).toISOString() };
const at = { latitude: 52.374012, longitude: -4.889694, locationPrecision: "exact" };

test("the desk reads a place as stored, a manager at its public precision: on its page, on the map and in its past", async () => {
  const { station } = await makePublishedStation(await makeActor("reporter"), { ...at, publicPrecision: "city" });
  for (const role of ["reporter", "editor", "admin"] as const) {
    const actor = await makeActor(role);
    expect(await findStation(actor, station.slug)).toMatchObject({ ...at, publicPrecision: "city" });
    expect(await listStationPoints(actor, { q: station.input.name })).toMatchObject([{ latitude: at.latitude }]);
  }
  const manager = await makeActor("manager");
  const left = { latitude: 52.4, longitude: -4.9 };
  const seen = await findStation(manager, station.slug);
  const points = await listStationPoints(manager, { q: station.input.name });
  expect(seen).toMatchObject({ ...left, locationPrecision: "city" });
  expect(points).toMatchObject([{ ...left, precision: "city" }]);
  const { past } = await findAsOf(manager, "station", station.slug, soon);
  expect(past).not.toBeNull();
  expect(JSON.stringify([seen, points, past])).not.toMatch(/[:[,]-?(52\.37|4\.88)/);
});

test("what leaves as its country is on the desk's map and on nobody else's", async () => {
  const reporter = await makeActor("reporter");
  const { station } = await makePublishedStation(reporter, { ...at, publicPrecision: "country" });
  const manager = await makeActor("manager");
  const seen = { latitude: null, longitude: null, locationPrecision: "country" };
  expect(await findStation(manager, station.slug)).toMatchObject(seen);
  expect(await listStationPoints(manager, { q: station.input.name })).toEqual([]);
  expect(await listStationPoints(reporter, { q: station.input.name })).toHaveLength(1);
});

test("the database rounds as the rule says, for every pair of precisions", async () => {
  const [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { slug } = await makeStation(reporter, at);
  for (const locationPrecision of LOCATION_PRECISIONS) {
    for (const publicPrecision of [null, ...LOCATION_PRECISIONS]) {
      for (const [latitude, longitude] of [
        [52.374012, 4.889694],
        [-33.45, -70.65],
        [-0.04, 179.96],
      ] as const) {
        const place = { latitude, longitude, locationPrecision, publicPrecision };
        await db.update(stations).set(place).where(eq(stations.slug, slug));
        const [row] = await db.select(placeColumns(manager)).from(stations).where(eq(stations.slug, slug));
        expect(row).toEqual(publicLocation(place));
      }
    }
  }
  await db.update(stations).set({ latitude: null, longitude: null, locationPrecision: null });
  const [row] = await db.select(placeColumns(manager)).from(stations).where(eq(stations.slug, slug));
  expect(row).toEqual({ latitude: null, longitude: null, locationPrecision: null });
});

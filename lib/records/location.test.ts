import fc from "fast-check";
import { expect, test } from "vitest";
import { type Location, publicLocation, publishedPrecision } from "./location";
import { LOCATION_PRECISIONS, type LocationPrecision, stationInput } from "./station";

const rank = (precision: LocationPrecision) => LOCATION_PRECISIONS.indexOf(precision);
const precisions = fc.constantFrom(...LOCATION_PRECISIONS);
const places = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  locationPrecision: precisions,
  publicPrecision: fc.option(precisions),
});
const exact: Location = {
  latitude: 52.374012,
  longitude: 4.889694,
  locationPrecision: "exact",
  publicPrecision: null,
};

test.each([
  ["exact", 52.37401, 4.88969],
  ["vicinity", 52.37, 4.89],
  ["locality", 52.4, 4.9],
  ["city", 52.4, 4.9],
  ["region", 52, 5],
  ["country", null, null],
] as const)("an exact place leaves the desk rounded to its %s", (publicPrecision, latitude, longitude) => {
  expect(publicLocation({ ...exact, publicPrecision })).toEqual({
    latitude,
    longitude,
    locationPrecision: publicPrecision,
  });
});

test("an undecided place leaves as its city, and a place known as its city leaves as it is stored", () => {
  expect(publicLocation(exact)).toEqual({ latitude: 52.4, longitude: 4.9, locationPrecision: "city" });
  const city = { ...exact, locationPrecision: "city" } as const;
  expect(publicLocation(city)).toMatchObject({ latitude: 52.374012, locationPrecision: "city" });
  expect(publicLocation({ ...city, publicPrecision: "exact" })).toMatchObject({ locationPrecision: "city" });
  expect(publicLocation({ ...city, publicPrecision: "region" })).toMatchObject({ latitude: 52, longitude: 5 });
});

test("a place never leaves closer than it is known or than was decided, and leaving twice changes nothing", () => {
  fc.assert(
    fc.property(places, (place) => {
      const left = publicLocation(place);
      const leaves = left.locationPrecision as LocationPrecision;
      expect(leaves).toBe(publishedPrecision(place));
      expect(rank(leaves)).toBeGreaterThanOrEqual(rank(place.locationPrecision));
      expect(rank(leaves)).toBeGreaterThanOrEqual(rank(place.publicPrecision ?? "city"));
      expect(publicLocation({ ...left, publicPrecision: leaves })).toEqual(left);
      expect(Math.abs(left.latitude ?? 0)).toBeLessThanOrEqual(90);
      expect(Math.abs(left.longitude ?? 0)).toBeLessThanOrEqual(180);
    }),
  );
});

test("two places in one rounded square cannot be told apart", () => {
  fc.assert(
    fc.property(fc.integer({ min: -89, max: 89 }), fc.double({ min: -0.049, max: 0.049, noNaN: true }), (at, off) => {
      const latitude = (near: number) => publicLocation({ ...exact, latitude: near }).latitude;
      expect(latitude(at + off)).toBe(latitude(at));
    }),
  );
});

test("what is decided is not closer than what is known; without coordinates there is nothing to decide", () => {
  const station = { name: "A", kind: "other", country: "NL" };
  const { error } = stationInput.safeParse({
    ...station,
    latitude: 52,
    longitude: 5,
    locationPrecision: "city",
    publicPrecision: "exact",
  });
  expect(error?.issues).toMatchObject([{ path: ["publicPrecision"], message: "validation.publicFiner" }]);
  expect(stationInput.parse({ ...station, locationPrecision: "city", publicPrecision: "exact" })).toBeTruthy();
  expect(stationInput.parse(station)).toMatchObject({ publicPrecision: null });
});

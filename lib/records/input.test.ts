import { expect, test } from "vitest";
import { claimInput } from "./claim";
import { recordOf, revisionOf } from "./input";
import { organizationInput } from "./organization";
import { stationInput } from "./station";

const messages = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));

test("what a form leaves empty is not known, never an empty string", () => {
  const rawInput = {
    name: " Follow the Money ",
    kind: "news_outlet",
    country: "",
    url: "  ",
    note: "",
    alternateNames: "",
  };
  expect(organizationInput.parse(rawInput)).toEqual({
    name: "Follow the Money",
    kind: "news_outlet",
    country: null,
    alternateNames: [],
    url: null,
    reliability: null,
    note: null,
  });
});

test("names typed in one box are told apart by line or semicolon, twins once", () => {
  const rawInput = { name: "A", kind: "ngo", alternateNames: "福州; Fuzhou\nFoochow;福州" };
  expect(organizationInput.parse(rawInput).alternateNames).toEqual(["福州", "Fuzhou", "Foochow"]);
});

test("a decimal comma is a decimal point", () => {
  const rawInput = {
    name: "A",
    kind: "contact_point",
    country: "nl",
    latitude: "52,37",
    longitude: "4,89",
    locationPrecision: "city",
  };
  expect(stationInput.parse(rawInput)).toMatchObject({ latitude: 52.37, longitude: 4.89, country: "NL" });
});

test("the error for a latitude alone stands beside the longitude", () => {
  const result = stationInput.safeParse({
    name: "A",
    kind: "contact_point",
    country: "NL",
    latitude: "52",
    locationPrecision: "city",
  });
  expect(messages(result)).toEqual({ longitude: "validation.bothCoordinates" });
});

test("a claim about a country has to name it", () => {
  const result = claimInput.safeParse({ proposition: "Eleven stations", subject: "station_count", scope: "country" });
  expect(messages(result)).toEqual({ country: "validation.scopeCountry" });
});

test("a row of a repeated fieldset may come as JSON text, and a broken one is an error and not an exception", () => {
  const rawInput = { proposition: "Eleven", subject: "station_count", scope: "global" };
  const rows = [JSON.stringify({ evidence: "src-001", stance: "supports", derivation: "original" })];
  expect(claimInput.parse({ ...rawInput, stances: rows }).stances[0]).toMatchObject({
    evidence: "src-001",
    quote: null,
  });
  expect(claimInput.safeParse({ ...rawInput, stances: ["{"] }).success).toBe(false);
});

test("a key that nobody knows is refused", () => {
  expect(organizationInput.safeParse({ name: "A", kind: "ngo", reliabilty: "A" }).success).toBe(false);
});

test("a form's own fields stand beside the record's", () => {
  const form = { slug: "ftm", basedOn: "3", reason: " typo ", name: "FTM", kind: "news_outlet" };
  expect(revisionOf(organizationInput).parse(form)).toMatchObject({
    slug: "ftm",
    basedOn: 3,
    reason: "typo",
    input: { name: "FTM" },
  });
  expect(messages(revisionOf(organizationInput).safeParse({ ...form, name: "" }))).toEqual({
    name: "validation.required",
  });
  expect(recordOf(organizationInput).parse({ name: "FTM", kind: "ngo" })).toMatchObject({ reason: null });
});

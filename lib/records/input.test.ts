import { expect, test } from "vitest";
import { claimInput } from "./claim";
import { evidenceInput } from "./evidence";
import { patch, recordOf, revisionOf } from "./input";
import { organizationInput } from "./organization";
import { replyRequestInput } from "./reply-request";
import { responseInput } from "./response";
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
    internalNote: null,
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

// What random forms found (app/_testing): the same input was taken at one door and refused at another.

const letter = { respondent: "embassy", questions: "Is it so?", channel: "email" };
const claim = { proposition: "Eleven", subject: "station_count", scope: "global" };

test("white space around a choice or a day is none of it, and what nobody sees is empty", () => {
  expect(organizationInput.parse({ name: "A", kind: " ngo\n", reliability: "\u200b" })).toMatchObject({
    kind: "ngo",
    reliability: null,
  });
  const days = { sentOn: " 2022-11-03 ", dueOn: "2022-11-17\n" };
  expect(replyRequestInput.parse({ ...letter, ...days })).toMatchObject({
    sentOn: "2022-11-03",
    dueOn: "2022-11-17",
  });
  expect(replyRequestInput.parse({ ...letter, sentOn: "\u3164", claims: ["\u200b", "clm-1"] })).toMatchObject({
    sentOn: null,
    claims: ["clm-1"],
  });
});

test("a day is taken as people write it; what may be two days, or is more than one, is none", () => {
  const days = { sentOn: "3 Nov 2022", dueOn: "donderdag 17 november 2022" };
  expect(replyRequestInput.parse({ ...letter, ...days })).toMatchObject({
    sentOn: "2022-11-03",
    dueOn: "2022-11-17",
  });
  for (const sentOn of ["3/4/2022", "November 2022", "about 3 Nov 2022", "31 Nov 2022"])
    expect(messages(replyRequestInput.safeParse({ ...letter, sentOn }))).toEqual({ sentOn: "validation.day" });
});

test("no and nought are not empty: a program that sends them is told", () => {
  expect(messages(replyRequestInput.safeParse({ ...letter, sentOn: false }))).toEqual({ sentOn: "validation.day" });
  expect(messages(claimInput.safeParse({ ...claim, region: 0 }))).toEqual({ region: "validation.region" });
  expect(messages(evidenceInput.safeParse({ title: "A", kind: "other", sharing: false }))).toEqual({
    sharing: "validation.choice",
  });
  expect(evidenceInput.parse({ title: "A", kind: "other", titleSeen: "", sharing: null })).toMatchObject({
    titleSeen: true,
    sharing: "CLEAR",
  });
});

test("a line break is one character, however it was sent", () => {
  const note = "a\r\n".repeat(1999);
  expect(organizationInput.parse({ name: "A", kind: "ngo", note }).note).toBe("a\n".repeat(1999).trim());
});

test("an empty text and an explicit nothing are told the same, and nothing is asked of what depends on them", () => {
  for (const nothing of ["", " ", "\u200b", null, undefined]) {
    const empty = { name: nothing, kind: "contact_point", country: "NL", latitude: "52" };
    expect(messages(recordOf(stationInput).safeParse(empty))).toEqual({ name: "validation.required" });
    expect(messages(recordOf(claimInput).safeParse({ ...claim, subject: nothing }))).toEqual({
      subject: "validation.required",
    });
    expect(messages(recordOf(replyRequestInput).safeParse({ ...letter, respondent: nothing }))).toEqual({
      respondent: "validation.required",
    });
  }
});

test("a number is kept as it was given, or refused", () => {
  const value = (valueNumber: unknown) => claimInput.safeParse({ ...claim, valueNumber });
  for (const lost of [1e20, "12345678901234567890", "999999999999999.99"]) {
    expect(messages(value(lost))).toEqual({ valueNumber: "validation.number" });
  }
  expect(Object.is(value("-0").data?.valueNumber, 0)).toBe(true);
  expect(value(1.234).data?.valueNumber).toBe(1.234);
});

test("an unknown field is refused whatever it is called, in a row beside the row", () => {
  const odd = JSON.parse('{ "name": "A", "kind": "ngo", "__proto__": 1, "constructor": 2 }') as Record<
    string,
    unknown
  >;
  const unknown = Object.entries(messages(recordOf(organizationInput).safeParse(odd)));
  expect(unknown).toEqual([
    ["__proto__", "validation.unknownKey"],
    ["constructor", "validation.unknownKey"],
  ]);
  const row = { "stances.4.evidence": "src-001", "stances.4.colour": "red" };
  expect(messages(recordOf(claimInput).safeParse({ ...claim, ...row }))).toEqual({
    "stances.4.colour": "validation.unknownKey",
  });
  expect(messages(recordOf(claimInput).safeParse({ ...claim, ...row, stances: [] }))).toMatchObject({
    "stances.4.evidence": "validation.unknownKey",
  });
});

test("the version that a change is based on is a whole number or its digits", () => {
  for (const basedOn of [3, "3", " 3 "]) expect(patch.parse({ basedOn }).basedOn).toBe(3);
  for (const basedOn of ["", "0x3", "3e0", null, true, 3.5, 2 ** 31, undefined]) {
    expect(messages(patch.safeParse({ basedOn }))).toEqual({ basedOn: "validation.basedOn" });
  }
});

test("what the database would not take is told beside its field", () => {
  const answers = ["denies", "confirms"].map((answer) => ({ claim: "clm-1", answer }));
  const response = { authority: "ministry", kind: "denial", summary: "No", answers };
  expect(messages(responseInput.safeParse(response))).toEqual({ answers: "validation.claimTwice" });
  const item = { title: "A", kind: "article", publisher: "nos", carriedBy: "nos" };
  expect(messages(evidenceInput.safeParse(item))).toEqual({ carriedBy: "validation.carriedByPublisher" });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkDossier } from "@/db/dossier/load";
import { type BrokenDossier, formatProblem } from "@/db/dossier/problem";
import { writeDossier } from "./csv-door";

// What random rows found: a file was read otherwise than the form reads what is typed there.

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-loader-"));
});
afterEach(() => rm(folder, { recursive: true }));

const station = {
  ...{ id: "st-1", country_iso2: "NL", city: "Utrecht", run_by: "unknown", kind: "other", status: "reported" },
  ...{ first_reported_precision: "unknown", status_as_of_precision: "unknown", source_ids: "src-1" },
};
const claim = {
  ...{ id: "clm-1", scope: "global", subject: "station_count", value_text: "x", asserted_by: "NOS" },
  ...{ asserted_precision: "unknown", source_id: "src-1", stance: "asserts" },
};
const source = { kind: "news_article", publisher: "NOS", title: "x", published_precision: "day", language: "nl" };

async function problemsOf(rows: Parameters<typeof writeDossier>[1]): Promise<string[]> {
  await writeDossier(folder, rows);
  const error = await checkDossier(folder).catch((reason: unknown) => reason);
  return (error as BrokenDossier).problems.map(formatProblem);
}

test("small letters, a decimal comma and cells in which nothing is seen are read as in a form", async () => {
  const place = {
    country_iso2: "nl",
    latitude: "52,09",
    longitude: "5.12",
    geo_precision: "city",
    locality_note: "\u200b",
  };
  await writeDossier(folder, { stations: [{ ...station, ...place }], claims: [{ ...claim, value_number: "1234" }] });
  const { plan } = await checkDossier(folder);
  expect(plan.of("station").get("1")?.input).toMatchObject({
    ...{ country: "NL", latitude: 52.09, longitude: 5.12, localityNote: null },
  });
});

test("a number that can be two is refused, as in a form", async () => {
  expect(await problemsOf({ claims: [{ ...claim, value_number: "1.234" }] })).toEqual([
    expect.stringMatching(/^claims\.csv:2 value_number: This can be two numbers/),
  ]);
});

test("all that is wrong with a row is said at once, with its limit, and long texts are quoted by their beginning", async () => {
  const row = { ...source, id: "src-2", published_on: "2022-10-26", title: "x".repeat(501), url: "example.org" };
  expect(await problemsOf({ sources: [{ ...row, kind: "pamphlet" }] })).toEqual([
    expect.stringMatching(/^sources\.csv:3 kind: is not one of/),
    `sources.csv:3 title: Use at most 500 characters. (“${"x".repeat(80)}…”)`,
    "sources.csv:3 url: Write a full web address, beginning with https:// or http://. (“example.org”)",
  ]);
});

test("a date that is none is said once, where it is written, whatever rests on it", async () => {
  const wrong = { first_reported_on: "2022-02-29", first_reported_precision: "day", source_ids: "src-2; src-3" };
  const sources = ["src-2", "src-3"].map((id) => ({ ...source, id, published_on: "2022-02-30" }));
  expect(await problemsOf({ sources, stations: [{ ...station, ...wrong }] })).toEqual([
    "sources.csv:3 published_on: there is no such date as 2022-02-30",
    "sources.csv:4 published_on: there is no such date as 2022-02-30",
    "stations.csv:2 first_reported_on: there is no such date as 2022-02-29",
  ]);
});

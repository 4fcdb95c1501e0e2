import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvent,
  makeOrganization,
  makeResponse,
  makeStation,
  makeStatusReport,
} from "../../testing/make";
import { listResponses } from "../responses/response-list";
import { listCountries } from "./countries";
import { findCountry } from "./country-file";
import { findCoverage, listCoverage, listCoverageOf, recordCoverage, reviseCoverage } from "./coverage";

let reporter: Actor;

beforeAll(async () => {
  reporter = await makeActor("reporter");
  const organization = (slug: string, name: string, input = {}) =>
    makeOrganization(reporter, { slug, name, ...input });
  await organization("safeguard-defenders", "Safeguard Defenders", { kind: "ngo" });
  await organization("interior-it", "Ministry of the Interior", { kind: "ministry", country: "IT" });
  await organization("embassy-cn-it", "Embassy of China in Italy", { kind: "embassy", country: "CN" });
  const count = { subject: "station_count", country: "IT", claimants: ["safeguard-defenders"] };
  await makeClaim(reporter, { ...count, slug: "clm-it-4", valueNumber: 4, asserted: "2022-09" });
  await makeClaim(reporter, { ...count, slug: "clm-it-11", valueNumber: 11, asserted: "2022-12-05" });
  await makeClaim(reporter, {
    ...count,
    slug: "clm-it-1",
    valueNumber: 1,
    position: "denies",
    claimants: ["interior-it"],
    asserted: "2022-12-07",
  });
  await makeStation(reporter, { slug: "it-prato", name: "Prato", country: "IT" });
  await makeStatusReport(reporter, { station: "it-prato", status: "under_investigation", asOf: "2022-12-07" });
  await makeResponse(reporter, { slug: "rsp-it", authority: "interior-it", kind: "statement", given: "2022-12-07" });
  await makeResponse(reporter, {
    slug: "rsp-cn",
    authority: "embassy-cn-it",
    kind: "denial",
    given: "2022-12-08",
    countries: ["IT"],
  });
  await makeCoverage(reporter, {
    slug: "cov-pl",
    country: "PL",
    asOf: "2022-10-10",
    examiners: ["safeguard-defenders"],
  });
  await makeEvent(reporter, { slug: "evt-fr", country: "FR" });
});

test("a country is reported, examined with none found, or not examined, and each is something else", async () => {
  const lines = await listCountries(reporter);
  expect(lines.map(({ country, coverage }) => [country, coverage])).toEqual([
    ["FR", "not_examined"],
    ["IT", "reported"],
    ["PL", "examined_none_found"],
  ]);
});

test("a country's line holds what stands claimed, what is documented, and its own government's answer", async () => {
  const italy = (await listCountries(reporter)).find(({ country }) => country === "IT");
  expect(italy?.claimed.marks.map(({ value, claimants, standing }) => [value, claimants[0]?.name, standing])).toEqual(
    [
      [1, "Ministry of the Interior", true],
      [4, "Safeguard Defenders", false],
      [11, "Safeguard Defenders", true],
    ],
  );
  expect(italy).toMatchObject({
    stations: 1,
    status: { status: "under_investigation", station: { slug: "it-prato" }, asOf: { edtf: "2022-12-07" } },
    answer: { kind: "statement", authority: "Ministry of the Interior" },
  });
});

test("no answer of its own government is a gap, whoever else answered", async () => {
  const poland = (await listCountries(reporter)).find(({ country }) => country === "PL");
  expect(poland).toMatchObject({ answer: null, status: null, claimed: { lowest: null } });
});

test("Italy's file shows every figure that was ever given, 4 and 11 and the minister's 1, with who and when", async () => {
  const italy = await findCountry(reporter, "IT");
  expect(italy.counts.map(({ value, asOf, claimants }) => [value, asOf?.edtf, claimants[0]?.name])).toEqual([
    [1, "2022-12-07", "Ministry of the Interior"],
    [11, "2022-12-05", "Safeguard Defenders"],
    [4, "2022-09", "Safeguard Defenders"],
  ]);
  expect(italy.stations).toMatchObject([{ slug: "it-prato", status: "under_investigation" }]);
  expect(italy.responses.map(({ slug, authority }) => [slug, authority?.country])).toEqual([
    ["rsp-cn", "CN"],
    ["rsp-it", "IT"],
  ]);
});

test("who examined a country stands with the evidence for it", async () => {
  const [poland] = (await findCountry(reporter, "PL")).examinations;
  expect(poland).toMatchObject({ asOf: { edtf: "2022-10-10" }, examiners: [{ name: "Safeguard Defenders" }] });
  expect(poland?.evidence).toHaveLength(1);
});

test("a code that is no country is not found", async () => {
  await expect(findCountry(reporter, "XX")).rejects.toMatchObject({ kind: "not_found" });
});

test("a manager sees none of the drafts", async () => {
  const manager = await makeActor("manager");
  expect(await listCountries(manager)).toEqual([]);
  expect(await listCoverage(manager, {})).toEqual({ items: [], total: 0, next: null });
  expect(await findCountry(manager, "IT")).toMatchObject({
    counts: [],
    stations: [],
    responses: [],
    coverage: "not_examined",
  });
});

test("the lists that a country's answers lead to hold as many as its page counts", async () => {
  const answer = {
    authority: "safeguard-defenders",
    kind: "statement",
    given: "2023-01",
    countries: ["IT"],
  } as const;
  await makeResponse(reporter, { ...answer, slug: "rsp-of-no-country" });
  await makeResponse(reporter, { ...answer, slug: "rsp-it-of-it", authority: "interior-it" });
  const { responses } = await findCountry(reporter, "IT");
  const own = responses.filter(({ authority }) => authority?.country === "IT").map(({ slug }) => slug);
  const others = responses.map(({ slug }) => slug).filter((slug) => !own.includes(slug));
  const listed = async (filter: Parameters<typeof listResponses>[1]) =>
    (await listResponses(reporter, filter)).items.map(({ slug }) => slug).sort();
  const [italian, notItalian] = [
    { any: ["IT"], without: [] },
    { any: [], without: ["IT"] },
  ];
  expect(await listed({ government: italian })).toEqual(own.sort());
  expect(await listed({ about: italian, government: notItalian })).toEqual(others.sort());
  expect([own.length, others.length]).toEqual([2, 2]);
});

test("coverage is recorded with its evidence and revised from the version that was read", async () => {
  const [known] = await listCoverageOf(reporter, "PL");
  const input = {
    country: "NO",
    examiners: [],
    asOf: null,
    evidence: [known?.evidence[0]?.slug ?? ""],
    note: null,
    internalNote: "Ask the ministry again",
  };
  const { slug, version } = await recordCoverage(reporter, { input });
  await reviseCoverage(reporter, {
    slug,
    basedOn: version,
    reason: "Dated",
    input: { ...input, note: "Asked twice" },
  });
  expect(await findCoverage(reporter, slug)).toMatchObject({
    country: "NO",
    version: 2,
    note: "Asked twice",
    internalNote: "Ask the ministry again",
    asOf: null,
  });
  await expect(recordCoverage(await makeActor("manager"), { input })).rejects.toThrow(
    "A manager may not record coverage of a country.",
  );
});

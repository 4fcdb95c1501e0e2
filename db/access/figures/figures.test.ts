import { beforeAll, expect, test } from "vitest";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { readCountryFigures } from "./country-figures";
import { readEvidenceMonths } from "./evidence-figures";
import { readKeyFigures } from "./key-figures";
import { readStatusChanges } from "./station-figures";

let reporter: Actor;
let manager: Actor;
const filterOf = (query = "") => dashboardFilter.parse(new URLSearchParams(query)).value;

beforeAll(async () => {
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  await makeOrganization(reporter, { slug: "safeguard-defenders", name: "Safeguard Defenders", kind: "ngo" });
  const italy = { subject: "station_count", scope: "country", country: "IT", claimants: ["safeguard-defenders"] };
  await makeClaim(reporter, { ...italy, slug: "clm-it-4", valueNumber: 4, asserted: "2022-09-12" });
  await makeClaim(reporter, { ...italy, slug: "clm-it-11", valueNumber: 11, asserted: "2022-12-05" });
  await makePublishedStation(reporter, { slug: "nl-amsterdam", country: "NL", firstReported: "2022-09-12" });
  await makeStation(reporter, { slug: "it-prato", country: "IT", firstReported: "2022-09-12" });
  await makeEvidence(reporter, { slug: "src-1", published: "2022-10-26", countries: ["IT", "NL"], language: "it" });
  await makeEvidence(reporter, { slug: "src-2", published: "2022", countries: ["IT"], language: "nl" });
  await makeStatusReport(reporter, {
    station: "it-prato",
    status: "reported",
    asOf: "2022-10-01",
    evidence: "src-1",
  });
  await makeStatusReport(reporter, { station: "it-prato", status: "denied", asOf: "2022-12", evidence: "src-1" });
});

test("a country has its figures side by side, and what stands beside them", async () => {
  const { countries, head } = await readCountryFigures(reporter, filterOf("country=IT"));
  expect(head?.seq).toBeGreaterThan(5);
  expect(countries).toHaveLength(1);
  expect(countries[0]).toMatchObject({
    country: "IT",
    coverage: "reported",
    claimed: { lowest: 11, highest: 11, documented: 0, marks: [{ value: 4, standing: false }, { value: 11 }] },
    stations: { total: 1, published: 0, byStatus: [{ status: "denied", count: 1 }] },
    evidence: 2,
    government: { asked: 0, answered: 0, medianDays: null, rate: { answered: 0, asked: 0 } },
  });
});

test("as of an earlier day the earlier figure stands, and the earlier status", async () => {
  const { countries } = await readCountryFigures(reporter, filterOf("country=IT&to=2022-11-30"));
  expect(countries[0]).toMatchObject({
    claimed: { lowest: 4, highest: 4 },
    stations: { total: 1, byStatus: [{ status: "reported", count: 1 }] },
  });
  const early = await readKeyFigures(reporter, filterOf("to=2022-09-30"));
  expect(early.stations.byStatus).toEqual([{ status: "unknown", count: 2, published: 1 }]);
  expect((await readKeyFigures(reporter, filterOf("to=2021-12-31"))).stations.total).toBe(0);
});

test("a country asked for that nobody looked at is not examined, which is not zero", async () => {
  const { countries } = await readCountryFigures(manager, filterOf("country=FR"));
  expect(countries).toMatchObject([{ country: "FR", coverage: "not_examined", claimed: { lowest: null } }]);
});

test("narrowed to what is published, the desk sees what a manager sees", async () => {
  const asPublished = await readKeyFigures(reporter, filterOf("records=published"));
  expect(asPublished).toEqual(await readKeyFigures(manager, filterOf()));
  expect(asPublished.stations.total).toBe(1);
  expect((await readKeyFigures(reporter, filterOf())).stations.total).toBe(2);
});

test("several countries have no figure of their own to show, and none is made", async () => {
  expect((await readKeyFigures(reporter, filterOf("country=IT&country=NL"))).claimed).toBeNull();
  expect((await readKeyFigures(reporter, filterOf("country=IT"))).claimed).toMatchObject({ of: "IT", highest: 11 });
});

test("evidence of a part of a month is counted by its days, and a year overlaps them all", async () => {
  const months = await readEvidenceMonths(reporter, filterOf("from=2022-10-20&to=2022-10-26&country=IT"));
  expect(months).toMatchObject({ total: 2, coarser: 1, undated: 0, months: [{ month: "2022-10", count: 1 }] });
  expect(months.byLanguage).toEqual([{ month: "2022-10", language: "it", count: 1 }]);
  expect((await readEvidenceMonths(reporter, filterOf("from=2022-10-27&to=2022-10-30"))).total).toBe(1);
  expect((await readEvidenceMonths(reporter, filterOf("not.country=NL"))).kinds).toMatchObject([{ count: 2 }]);
});

test("a status steps on the days of its reports, after the day on which its station was first reported", async () => {
  const { steps, countries } = await readStatusChanges(reporter, filterOf());
  expect(steps.map(({ day }) => day)).toEqual(["2022-09-12", "2022-10-01", "2022-12-01"]);
  expect(steps.at(-1)?.counts).toEqual([
    { status: "denied", count: 1 },
    { status: "unknown", count: 1 },
  ]);
  expect(countries.map(({ country }) => country)).toEqual(["IT", "NL"]);
});

test("an answer is cached until something is written, and is then another", async () => {
  const before = await readKeyFigures(reporter, filterOf());
  expect(await readKeyFigures(reporter, filterOf())).toBe(before);
  await makeEvidence(reporter, { slug: "src-3", published: "2023-01-01" });
  const after = await readKeyFigures(reporter, filterOf());
  expect(after.evidence.total).toBe(before.evidence.total + 1);
  await publishRecord("evidence", "src-3");
  expect((await readKeyFigures(manager, filterOf())).evidence.total).toBe(2);
});

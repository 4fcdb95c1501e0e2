import { expect, test } from "vitest";
import { COUNTRY_CODES } from "@/lib/records/country";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makeResponse, makeStation } from "../../testing/make";
import { findStationFile } from "./station-file";

let files = 0;

/** A station, in a country of its own, with a report by an NGO, a joint investigation of two outlets and a country claim that an item here supports. */
async function makeFile() {
  const desk = await makeActor("reporter");
  const country = COUNTRY_CODES[++files] ?? "";
  const [ngo, rtl, ftm, ministry] = await Promise.all([
    makeOrganization(desk, { kind: "ngo", name: "NGO" }),
    makeOrganization(desk, { name: "RTL" }),
    makeOrganization(desk, { name: "FTM" }),
    makeOrganization(desk, { kind: "ministry", name: "Ministry" }),
  ]);
  const station = await makeStation(desk, { country });
  const here = { stations: [station.slug] };
  const [report, rtlItem, ftmItem, letter, elsewhere] = await Promise.all([
    makeEvidence(desk, { ...here, publisher: ngo.slug, kind: "report" }),
    makeEvidence(desk, { ...here, publisher: rtl.slug, language: "nl" }),
    makeEvidence(desk, { ...here, publisher: ftm.slug, language: "nl" }),
    makeEvidence(desk, { ...here, publisher: ministry.slug, kind: "document" }),
    makeEvidence(desk, { publisher: ngo.slug }),
  ]);
  const original = (evidence: string) => ({ evidence, derivation: "original" });
  const own = await makeClaim(desk, {
    scope: "station",
    country,
    station: station.slug,
    claimants: [rtl.slug, ftm.slug],
    stances: [{ ...original(rtlItem.slug), quote: "in Amsterdam", locator: "par. 3" }, original(ftmItem.slug)],
  });
  const denied = await makeClaim(desk, {
    scope: "station",
    country,
    station: station.slug,
    claimants: [ministry.slug],
    position: "denies",
    disputes: [own.slug],
    stances: [original(letter.slug)],
  });
  const ofCountry = await makeClaim(desk, {
    country,
    claimants: [ngo.slug],
    stances: [original(report.slug), { evidence: rtlItem.slug, stance: "mentions" }],
  });
  await makeClaim(desk, { country, claimants: [ngo.slug], stances: [original(elsewhere.slug)] });
  await makeClaim(desk, { country: "ZW", claimants: [ngo.slug], stances: [original(report.slug)] });
  const stationRef = { id: station.id, country };
  return { desk, stationRef, station, own, denied, ofCountry, ministry };
}

test("a station counts its origins: a joint investigation once, a denial not at all", async () => {
  const { desk, stationRef } = await makeFile();
  const { independent } = await findStationFile(desk, stationRef);
  const named = independent.sources.map(({ members }) => members.map(({ name }) => name).sort());
  expect(named).toEqual([["FTM", "RTL"], ["NGO"]]);
});

test("claims of the station and of its country stand apart, with what each item says and where", async () => {
  const { desk, stationRef, own, ofCountry } = await makeFile();
  const { claims } = await findStationFile(desk, stationRef);
  expect(claims.filter(({ scope }) => scope === "station")).toHaveLength(2);
  expect(claims.filter(({ scope }) => scope === "country")).toHaveLength(2);
  const found = claims.find(({ slug }) => slug === own.slug);
  expect(found?.claimants.map(({ name }) => name)).toEqual(["RTL", "FTM"]);
  expect(found?.stances[0]).toMatchObject({ quote: "in Amsterdam", locator: "par. 3", filedHere: true });
  expect(claims.find(({ slug }) => slug === ofCountry.slug)?.stances).toHaveLength(2);
});

test("a contested pair is listed once, with both claimants", async () => {
  const { desk, stationRef, own, denied } = await makeFile();
  const { disputes } = await findStationFile(desk, stationRef);
  expect(disputes.map(({ one, other }) => [one.slug, other.slug])).toEqual([[denied.slug, own.slug]]);
  expect(disputes[0]?.other.claimants).toHaveLength(2);
});

test("answers to the station come before those about its country, and say which claims they leave unanswered", async () => {
  const { desk, stationRef, station, own, ofCountry, ministry } = await makeFile();
  const answer = (overrides: object) => makeResponse(desk, { authority: ministry.slug, ...overrides });
  const general = await answer({ countries: [stationRef.country], given: "2023-01-01" });
  const linked = await answer({
    stations: [station.slug],
    given: "2022-11-02",
    answers: [
      { claim: own.slug, answer: "denies" },
      { claim: ofCountry.slug, answer: "leaves_unanswered" },
    ],
  });
  await answer({ countries: ["ZW"] });
  const { responses } = await findStationFile(desk, stationRef);
  expect(responses.map(({ slug, isLinked }) => [slug, isLinked])).toEqual([
    [linked.slug, true],
    [general.slug, false],
  ]);
  expect(responses[0]?.answers.map(({ claim, answer: effect }) => [claim, effect])).toEqual([
    [own.slug, "denies"],
    [ofCountry.slug, "leaves_unanswered"],
  ]);
});

test("evidence at the station narrows by kind, language and stance", async () => {
  const { desk, stationRef } = await makeFile();
  const any = (...values: string[]) => ({ any: values, without: [] });
  const here = async (wanted: object) => (await findStationFile(desk, stationRef, { wanted })).evidence;
  expect(await here({})).toHaveLength(4);
  expect(await here({ kind: any("report", "document") })).toHaveLength(2);
  expect(await here({ language: any("nl") })).toHaveLength(2);
  expect(await here({ stance: any("mentions") })).toHaveLength(1);
  expect(await here({ kind: { any: [], without: ["report"] } })).toHaveLength(3);
});

test("a first page says of all items how many they are, what they narrow to, and where the next begins", async () => {
  const { desk, stationRef } = await makeFile();
  const [whole, first] = [
    await findStationFile(desk, stationRef),
    await findStationFile(desk, stationRef, { limit: 2 }),
  ];
  expect(first.evidence).toEqual(whole.evidence.slice(0, 2));
  expect(first.choices).toEqual(whole.choices);
  const { total, next } = first.parts.evidence;
  expect({ total, next: typeof next?.[1] }).toEqual({ total: 4, next: "string" });
  const rest = await findStationFile(desk, stationRef, { place: { part: "evidence", after: next ?? [] } });
  expect([rest.evidence, rest.choices]).toEqual([whole.evidence.slice(2), whole.choices]);
});

test("a manager is sent nothing of a file that is all drafts", async () => {
  const { stationRef } = await makeFile();
  const file = await findStationFile(await makeActor("manager"), stationRef);
  expect(file).toMatchObject({ claims: [], responses: [], evidence: [], disputes: [], requests: [], reports: [] });
  expect(file.independent.count).toBe(0);
});

test("the items of a large station are read once for each state of the dossier, for each role its own", async () => {
  const { desk, stationRef, station } = await makeFile();
  const manager = await makeActor("manager");
  const { next } = (await findStationFile(desk, stationRef, { limit: 3 })).parts.evidence;
  const dutch = { wanted: { language: { any: ["nl"], without: [] } } };
  const parts = [
    { limit: 3, ...dutch },
    { limit: 3, place: { part: "evidence" as const, after: next ?? [] } },
  ];
  const readParts = async () => {
    const found = [];
    for (const asked of parts) found.push(await findStationFile(desk, stationRef, asked));
    return found;
  };
  const plain = await readParts();
  const fresh = await findStationFile(desk, stationRef, { large: 1, limit: 3 });
  const again = await findStationFile(desk, stationRef, { large: 1, limit: 3 });
  expect(again).toEqual(fresh);
  expect(await readParts()).toEqual(plain);
  expect(again.parts.evidence).toMatchObject({ total: 4, next: expect.anything() });
  expect((await findStationFile(manager, stationRef, { large: 1, limit: 3 })).evidence).toEqual([]);
  const added = await makeEvidence(desk, { stations: [station.slug] });
  const later = await findStationFile(desk, stationRef, { large: 1, limit: 5 });
  expect(later.evidence.map(({ slug }) => slug)).toContain(added.slug);
  expect(later.parts.evidence.total).toBe(5);
  expect((await findStationFile(desk, stationRef, dutch)).evidence).toHaveLength(2);
});

import { expect, test } from "vitest";
import { rangeFilter } from "@/lib/filters/range-filter";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeReplyRequest,
  makeResponse,
  makeStation,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { listRanges, readRange } from "../figures/claim-ranges";
import { countClaimFacets } from "./claim-facets";
import { listClaims } from "./claim-ledger";
import { findClaim, recordClaim, reviseClaim } from "./claims";

const just = <T extends string>(...any: T[]) => ({ any, without: [] });

test("two outlets that cite one report are one independent source, and the page says whose", async () => {
  const desk = await makeActor("reporter");
  const ngo = await makeOrganization(desk, { kind: "ngo", name: "Safeguard Defenders" });
  const [nrc, cnn] = [await makeOrganization(desk, { name: "NRC" }), await makeOrganization(desk, { name: "CNN" })];
  const [one, two] = [
    await makeEvidence(desk, { publisher: nrc.slug }),
    await makeEvidence(desk, { publisher: cnn.slug }),
  ];
  const { slug } = await makeClaim(desk, {
    claimants: [ngo.slug],
    stances: [{ evidence: one.slug, quote: "36 in Europe" }, { evidence: two.slug }],
  });
  const claim = await findClaim(desk, slug);
  expect(claim.stances).toHaveLength(2);
  expect(claim.stances.find(({ quote }) => quote)).toMatchObject({
    publisher: { name: "NRC" },
    quote: "36 in Europe",
  });
  expect(claim.independence.sources).toMatchObject([
    { members: [{ name: "Safeguard Defenders" }], firstHand: false },
  ]);
  expect(claim.suggested).toBe("single_source");
});

test("a dispute shows on both claims, whichever of them named the other", async () => {
  const desk = await makeActor("reporter");
  const first = await makeClaim(desk, { subject: "disputed", proposition: "There are two" });
  const second = await makeClaim(desk, {
    subject: "disputed",
    proposition: "There are none",
    disputes: [first.slug],
  });
  const { items } = await listClaims(desk, { subject: just("disputed") });
  const sides = Object.fromEntries(items.map((item) => [item.slug, item.disputes.map(({ slug }) => slug)]));
  expect(sides).toEqual({ [first.slug]: [second.slug], [second.slug]: [first.slug] });
  expect((await findClaim(desk, first.slug)).suggested).toBe("contested");
});

test("the ledger's pages follow each other without a gap or a twin, through empty countries and unknown dates", async () => {
  const desk = await makeActor("reporter");
  const subject = "paged";
  for (const country of ["IT", "NL"]) {
    for (const asserted of ["", "2022-10", "2022-10", "2023"]) await makeClaim(desk, { subject, country, asserted });
  }
  await makeClaim(desk, { subject, scope: "global", country: "" });
  await makeClaim(desk, { subject, scope: "global", country: "", asserted: "2022" });
  const whole = await listClaims(desk, { subject: just(subject) });
  const walked: string[] = [];
  let after: Awaited<ReturnType<typeof listClaims>>["next"] = null;
  do {
    const page = await listClaims(desk, { subject: just(subject), after, limit: 3 });
    expect(page.total).toBe(10);
    walked.push(...page.items.map(({ slug }) => slug));
    after = page.next;
  } while (after);
  expect(walked).toEqual(whole.items.map(({ slug }) => slug));
  expect(new Set(walked).size).toBe(10);
});

test("facets count what each value would show beside the other choices, and leaving out keeps what has no country", async () => {
  const desk = await makeActor("reporter");
  const claimant = (await makeOrganization(desk, { name: "Facet NGO" })).slug;
  await makeClaim(desk, { subject: "facets", country: "IT", claimants: [claimant] });
  await makeClaim(desk, { subject: "facets", country: "NL", position: "denies" });
  await makeClaim(desk, { subject: "facets", scope: "global", country: "" });
  const facets = await countClaimFacets(desk, { subject: just("facets"), country: just("NL") });
  expect(facets.country).toMatchObject([
    { value: "IT", count: 1 },
    { value: "NL", count: 1 },
  ]);
  expect(facets.position).toMatchObject([{ value: "denies", count: 1 }]);
  expect(facets.claimant).toEqual([]);
  const rest = await listClaims(desk, { subject: just("facets"), country: { any: [], without: ["IT"] } });
  expect(rest.total).toBe(2);
  expect((await listClaims(desk, { claimant: just(claimant) })).total).toBe(1);
  expect((await listClaims(desk, { q: "nothing at all", subject: just("facets") })).total).toBe(0);
});

test("claims are narrowed by their days, by what they say, by whose eyes see them and by a part of the map", async () => {
  const desk = await makeActor("reporter");
  const subject = "station_count";
  const pacific = { latitude: -8.52, longitude: 179.2, locationPrecision: "city" };
  const { slug: station } = await makeStation(desk, { country: "TV", ...pacific });
  const one = { subject, country: "TV" };
  await makeClaim(desk, { ...one, valueNumber: 1, asserted: "2022-09" });
  await makeClaim(desk, { ...one, valueNumber: 0, asserted: "2022-10-05" });
  await makeClaim(desk, { ...one, valueNumber: 2, position: "denies" });
  await makeClaim(desk, { ...one, scope: "station", station, asserted: "2023" });
  const { slug: evidence } = await makeEvidence(desk);
  await publishRecord("evidence", evidence);
  const told = { ...one, country: "NR", position: "denies", asserted: "2022-10", stances: [{ evidence }] };
  const published = await makeClaim(desk, told);
  await publishRecord("claim", published.slug);
  const country = { any: ["TV", "NR"], without: [] };
  const count = async (narrowing: Parameters<typeof listClaims>[1], actor = desk) =>
    (await listClaims(actor, { country, ...narrowing })).total;
  expect(await count({})).toBe(5);
  expect(await count({ presence: true })).toBe(2);
  expect(await count({ to: "2022-09-15" })).toBe(1);
  expect(await count({ from: "2022-10-01", to: "2022-10-04" })).toBe(1);
  expect(await count({ from: "2023-06-01" })).toBe(1);
  await makeClaim(desk, {
    ...one,
    country: "NR",
    subject: "host_cooperation",
    asserted: "2022-12",
    period: "2016/2018",
  });
  await makeClaim(desk, {
    ...one,
    country: "NR",
    subject: "host_cooperation",
    asserted: "2022-12",
    period: "2019/..",
  });
  expect(await count({ subject: just("host_cooperation") })).toBe(2);
  expect(await count({ periodFrom: "2018-12-31", periodTo: "2018-12-31" })).toBe(1);
  expect(await count({ periodTo: "2015-12-31" })).toBe(0);
  expect(await count({ periodFrom: "2018-12-31" })).toBe(2);
  expect(await count({ periodFrom: "2030-01-01", to: "2022-12-31" })).toBe(1);
  expect(await count({ periodFrom: "2018-01-01", from: "2023-01-01" })).toBe(0);
  expect(await count({ periodFrom: "2019-01-01", periodTo: "2016-01-01" })).toBe(0);
  expect(await count({ records: "published" })).toBe(1);
  const box = { west: 179, south: -9, east: -179, north: -8 };
  expect(await count({ box })).toBe(4);
  expect(await count({ box, records: "published" })).toBe(0);
  expect(await count({ box }, await makeActor("manager"))).toBe(0);
  const facets = await countClaimFacets(desk, { country, box, presence: true, from: "2022-01-01" });
  expect(facets.country).toEqual([{ value: "TV", label: null, count: 2 }]);
});

test("competing counts of a place stand beside what is documented there, and regions take in their countries", async () => {
  const desk = await makeActor("reporter");
  const claimants = [(await makeOrganization(desk, { name: "Counting NGO" })).slug];
  const count = { subject: "station_count", claimants };
  await makeClaim(desk, { ...count, country: "FI", valueNumber: 2, asserted: "2022-09" });
  await makeClaim(desk, { ...count, country: "FI", valueNumber: 5, asserted: "2022-12" });
  await makeClaim(desk, { ...count, scope: "region", region: "150", country: "", valueNumber: 36 });
  await makeStation(desk, { country: "FI" });
  await makePublishedStation(desk, { country: "FI" });
  const region = { scope: "region" as const, region: "150", country: null };
  const ranges = await listRanges(desk, [{ scope: "country", region: null, country: "FI" }, region]);
  expect(ranges.get("country:FI")).toMatchObject({ documented: 1, highest: 5 });
  const europe = ranges.get("region:150");
  expect(europe?.marks.map(({ value }) => value)).toEqual([36]);
  expect(europe?.documented).toBeGreaterThanOrEqual(1);
  expect((await listRanges(desk, [])).size).toBe(0);

  for (const [place, range] of [["FI", ranges.get("country:FI")] as const, ["150", europe] as const]) {
    const { head: _head, ...read } = await readRange(desk, { ...rangeFilter.absent, place });
    expect(read).toEqual(range);
  }
  const early = await readRange(desk, { ...rangeFilter.absent, place: "FI", to: "2022-10-31" });
  expect(early).toMatchObject({ highest: 2, documented: 0 });
  const published = await readRange(desk, { ...rangeFilter.absent, place: "FI", records: "published" });
  expect(published).toMatchObject({ highest: null, documented: 1, marks: [] });
});

test("a manager reads only published claims, items and claimants", async () => {
  const desk = await makeActor("reporter");
  const source = await makeEvidence(desk);
  await publishRecord("evidence", source.slug);
  const hidden = await makeEvidence(desk);
  const stances = [{ evidence: source.slug }, { evidence: hidden.slug }];
  const { slug } = await makeClaim(desk, { position: "denies", stances });
  const manager = await makeActor("manager");
  await expect(findClaim(manager, slug)).rejects.toMatchObject({ kind: "not_found" });
  await publishRecord("evidence", hidden.slug);
  await publishRecord("claim", slug);
  await unpublish("evidence", hidden.slug);
  expect((await findClaim(manager, slug)).stances.map((stance) => stance.slug)).toEqual([source.slug]);
});

test("a claim's page holds the official answers and whom the desk asked in vain", async () => {
  const desk = await makeActor("reporter");
  const { slug } = await makeClaim(desk);
  const answer = await makeResponse(desk, { kind: "denial", answers: [{ claim: slug, answer: "denies" }] });
  await makeReplyRequest(desk, { claims: [slug] });
  const claim = await findClaim(desk, slug);
  expect(claim.answers).toMatchObject([{ slug: answer.slug, answer: "denies", kind: "denial" }]);
  expect(claim.requests).toMatchObject([{ sentOn: "2022-11-03", isOverdue: true, isAnswered: false }]);
});

test("a reporter records a claim but leaves its assessment to an editor", async () => {
  const reporter = await makeActor("reporter");
  const station = await makeStation(reporter, { slug: "nl-assessed" });
  const { input } = await makeClaim(reporter, { scope: "station", station: station.slug });
  const attempt = recordClaim(reporter, { input: { ...input, assessment: "corroborated" } });
  await expect(attempt).rejects.toThrow("A reporter may not assess a claim.");
  const { slug } = await recordClaim(reporter, { input });
  expect(slug).toBe("clm-nl-assessed-station-exists");
  const editor = await makeActor("editor");
  await reviseClaim(editor, { slug, basedOn: 1, input: { ...input, assessment: "contested" } });
  const itself = reviseClaim(editor, { slug, basedOn: 2, input: { ...input, disputes: [slug] } });
  await expect(itself).rejects.toMatchObject({ errors: { disputes: "validation.disputesItself" } });
  await expect(recordClaim(await makeActor("manager"), { input })).rejects.toThrow(
    "A manager may not record a claim.",
  );
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { RESPONSE_ORDERS } from "@/lib/filters/response-filter";
import { db } from "../../client";
import { organizations } from "../../schema";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { clearCache } from "../figures/result-cache";
import { countResponseFacets } from "./response-facets";
import { listResponses } from "./response-list";
import { findResponse, recordResponse, reviseResponse } from "./responses";

const just = <T extends string>(...any: T[]) => ({ any, without: [] });

test("responses stand by government, each newest first, and walk page by page in every order", async () => {
  const desk = await makeActor("reporter");
  const authorities = await Promise.all([
    makeOrganization(desk, { kind: "ministry", country: "IT" }),
    makeOrganization(desk, { kind: "ministry", country: "CN" }),
    makeOrganization(desk, { kind: "parliament" }),
  ]);
  for (const { slug: authority } of authorities) {
    for (const given of ["2022-11-01", "2022-12", ""]) await makeResponse(desk, { authority, given });
  }
  const { items, total } = await listResponses(desk, {});
  expect(total).toBe(9);
  expect(items.map(({ group }) => group)).toEqual(["CN", "CN", "CN", "IT", "IT", "IT", null, null, null]);
  expect(items.slice(0, 3).map(({ given }) => given?.edtf ?? null)).toEqual(["2022-12", "2022-11-01", null]);
  for (const order of RESPONSE_ORDERS) {
    const walked: string[] = [];
    let after: Awaited<ReturnType<typeof listResponses>>["next"] = null;
    do {
      const page = await listResponses(desk, { order, after, limit: 2 });
      walked.push(...page.items.map(({ slug }) => slug));
      after = page.next;
    } while (after);
    expect(walked).toEqual((await listResponses(desk, { order })).items.map(({ slug }) => slug));
  }
});

test("government, what it is about, and the days between narrow the list; each facet counts beside the others", async () => {
  const desk = await makeActor("reporter");
  const authority = (await makeOrganization(desk, { kind: "embassy", country: "KR" })).slug;
  await makeResponse(desk, { authority, kind: "denial", given: "2023-01", countries: ["NL", "IE"] });
  await makeResponse(desk, { authority, kind: "no_comment", given: "2023-03-04" });
  const found = async (filter: Parameters<typeof listResponses>[1]) =>
    (await listResponses(desk, { government: just("KR"), ...filter })).total;
  expect(await found({})).toBe(2);
  expect(await found({ about: just("IE") })).toBe(1);
  expect(await found({ about: { any: [], without: ["IE"] } })).toBe(1);
  expect(await found({ from: "2023-01-31", to: "2023-02-01" })).toBe(1);
  expect(await found({ to: "2022-12-31" })).toBe(0);
  const facets = await countResponseFacets(desk, { government: just("KR"), kind: just("denial") });
  expect(facets.kind).toHaveLength(2);
  expect(facets.about.map(({ value }) => value)).toEqual(["IE", "NL"]);
  expect(facets.authority).toMatchObject([{ value: authority, count: 1 }]);
});

test("a government whose authority a person may not see neither groups, narrows nor counts its responses", async () => {
  const desk = await makeActor("reporter");
  const manager = await makeActor("manager");
  const [seen, hidden] = [
    await makeOrganization(desk, { kind: "ministry", country: "MX" }),
    await makeOrganization(desk, { kind: "ministry", country: "PE" }),
  ];
  const source = await makeEvidence(desk);
  await publishRecord("evidence", source.slug);
  for (const { slug } of [seen, hidden]) await publishRecord("organization", slug);
  for (const authority of [hidden.slug, seen.slug, hidden.slug]) {
    const input = { authority, evidence: [source.slug], kind: "denial", given: "2023-05" };
    await publishRecord("response", (await makeResponse(desk, input)).slug);
  }
  const standAs = async (state: "unpublished" | "published") => {
    await db.update(organizations).set({ state }).where(eq(organizations.slug, hidden.slug));
    clearCache();
  };
  await standAs("unpublished");
  const groupsOf = async (actor: typeof desk, government: string, not = false) => {
    const choice = not ? { any: [], without: [government] } : just(government);
    const { items, total } = await listResponses(actor, { government: choice as never, from: "2023-05-01" });
    expect(items).toHaveLength(total);
    return items.map((item) => [item.group, item.government]);
  };
  expect(await groupsOf(desk, "PE")).toEqual(Array(2).fill(["PE", "PE"]));
  expect(await groupsOf(manager, "PE")).toEqual([]);
  expect(await groupsOf(manager, "PE", true)).toEqual([["MX", "MX"], ...Array(2).fill([null, null])]);
  expect(await groupsOf(manager, "MX", true)).toEqual(Array(2).fill([null, null]));
  const { government } = await countResponseFacets(manager, { from: "2023-05-01" });
  expect(government.map(({ value }) => value)).toEqual(["MX"]);
  await standAs("published");
  expect(await groupsOf(manager, "PE")).toEqual(Array(2).fill(["PE", "PE"]));
});

test("a response's page shows what it answers and leaves unanswered, and which status it supports", async () => {
  const desk = await makeActor("reporter");
  const [denied, open] = [await makeClaim(desk), await makeClaim(desk)];
  const station = await makeStation(desk);
  const source = await makeEvidence(desk);
  const { slug } = await makeResponse(desk, {
    stations: [station.slug],
    evidence: [source.slug],
    quote: "per direct gesloten",
    quoteLanguage: "nl",
    answers: [
      { claim: denied.slug, answer: "denies" },
      { claim: open.slug, answer: "leaves_unanswered" },
    ],
  });
  await makeStatusReport(desk, { station: station.slug, response: slug, status: "ordered_closed" });
  const response = await findResponse(desk, slug);
  expect(response).toMatchObject({
    quoteLanguage: "nl",
    stations: [{ slug: station.slug }],
    evidence: [{ slug: source.slug }],
    statusReports: [{ status: "ordered_closed", station: { slug: station.slug } }],
  });
  expect(response.answers.map(({ slug, answer }) => [slug, answer])).toEqual([
    [denied.slug, "denies"],
    [open.slug, "leaves_unanswered"],
  ]);
});

test("a manager reads no draft of a response and records none", async () => {
  const desk = await makeActor("reporter");
  const manager = await makeActor("manager");
  const authority = await makeOrganization(desk, { kind: "police" });
  const source = await makeEvidence(desk);
  const { slug, input } = await makeResponse(desk, { authority: authority.slug, evidence: [source.slug] });
  await expect(findResponse(manager, slug)).rejects.toMatchObject({ kind: "not_found" });
  await expect(recordResponse(manager, { input })).rejects.toThrow("A manager may not record an official answer.");
  const again = await recordResponse(desk, { input, reason: "Heard on the radio" });
  expect(again.slug).toBe(`rsp-${authority.slug}-statement`);
  await reviseResponse(desk, { slug: again.slug, basedOn: 1, input: { ...input, kind: "denial" } });
  await publishRecord("evidence", source.slug);
  await publishRecord("organization", authority.slug);
  await publishRecord("response", slug);
  expect((await findResponse(manager, slug)).authority).toMatchObject({ slug: authority.slug });
  expect((await listResponses(manager, { authority: just(authority.slug) })).total).toBe(1);
});

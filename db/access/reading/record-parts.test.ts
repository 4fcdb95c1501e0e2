import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeResponse,
  makeStation,
} from "../../testing/make";
import { watchStatements } from "../../testing/plans";
import { findClaim } from "../claims/claims";
import { findEvent } from "../events/events";
import { findEvidence } from "../evidence/evidence-file";
import { findOrganization } from "../organizations/organization-file";
import { findResponse } from "../responses/responses";
import { findStationFile } from "../stations/station-file";
import { findStation } from "../stations/stations";
import type { Part } from "./record-parts";

let desk: Actor;
const slugs = { station: "", evidence: "", claim: "", response: "", event: "", organization: "" };

type Asked = { limit?: number; place?: { part: never; after?: readonly string[] } | null };
const FINDS: Readonly<
  Record<
    keyof typeof slugs,
    (slug: string, asked?: Asked) => Promise<{ parts?: Readonly<Record<string, Part<unknown>>> }>
  >
> = {
  station: async (slug, asked) => findStationFile(desk, await findStation(desk, slug), { ...asked, each: 5 }),
  evidence: (slug, asked) => findEvidence(desk, slug, asked),
  claim: (slug, asked) => findClaim(desk, slug, asked),
  response: (slug, asked) => findResponse(desk, slug, asked),
  event: (slug, asked) => findEvent(desk, slug, asked),
  organization: async (slug) => ({ ...(await findOrganization(desk, slug)), parts: {} }),
};

/** Records that name each other many times, several of the same day and of no day. */
beforeAll(async () => {
  desk = await makeActor("reporter");
  const organization = await makeOrganization(desk);
  const station = await makeStation(desk, { country: "LU" });
  const item = (more: object) =>
    makeEvidence(desk, { stations: [station.slug], publisher: organization.slug, ...more });
  const items: string[] = [];
  for (const published of ["2021-05-01", "2021-05", null, "2023", "2021-05-01", null, "2020/2022"]) {
    items.push((await item({ published })).slug);
  }
  const [first = ""] = items;
  const stances = items.map((evidence, index) => ({ evidence, stance: index % 3 ? "supports" : "mentions" }));
  const claims: string[] = [];
  for (const scope of ["station", "country", "station", "country", "country"]) {
    const about = scope === "station" ? { station: station.slug } : {};
    const disputes = claims.slice(-1);
    claims.push((await makeClaim(desk, { scope, country: "LU", ...about, stances, disputes })).slug);
  }
  const answers = claims.map((claim, index) => ({ claim, answer: index % 2 ? "denies" : "leaves_unanswered" }));
  const [claim = ""] = claims;
  const responses: string[] = [];
  for (const given of ["2022-01-01", "2022-01-01", null, "2023-01-01"]) {
    const stations = responses.length % 2 ? [station.slug] : [];
    responses.push((await makeResponse(desk, { given, stations, countries: ["LU"], evidence: items, answers })).slug);
  }
  const event = await makeEvent(desk, { evidence: items });
  await makeEvent(desk, { evidence: [first] });
  Object.assign(slugs, { station: station.slug, evidence: first, claim, response: responses[1], event: event.slug });
  Object.assign(slugs, { organization: organization.slug });
});

const keyOf = (row: unknown) => JSON.stringify(row);

test.each(Object.entries(FINDS))("pages of the parts of a %s make up the whole, in its order", async (kind, find) => {
  const slug = slugs[kind as keyof typeof slugs];
  const { parts: whole = {} } = await find(slug, { limit: 5000 });
  for (const [name, part] of Object.entries(whole)) {
    expect(part.total, name).toBe(part.items.length);
    expect(part.next, name).toBeNull();
    const rows: unknown[] = [];
    let after: readonly string[] | undefined;
    for (let pages = 0; pages <= part.total; pages += 1) {
      const { parts = {} } = await find(slug, { limit: 2, place: after ? { part: name as never, after } : null });
      const page = parts[name];
      if (part.total > 0) expect(page?.total, name).toBe(part.total);
      rows.push(...(page?.items ?? []));
      if (!page?.next) break;
      after = page.next;
    }
    expect(rows.map(keyOf), name).toEqual(part.items.map(keyOf));
  }
});

test.each(Object.entries(FINDS))("a %s with all around it takes at most four statements", async (kind, find) => {
  const { statements } = await watchStatements(() => find(slugs[kind as keyof typeof slugs]));
  expect(statements.length).toBeLessThanOrEqual(4);
});

test("the parts of these records are longer than the pages that they were read in", async () => {
  const { parts } = await findStationFile(desk, await findStation(desk, slugs.station));
  expect(parts).toMatchObject({ evidence: { total: 7 }, claims: { total: 5 }, responses: { total: 4 } });
  expect(parts.disputes.total).toBe(4);
  expect((await findClaim(desk, slugs.claim)).parts).toMatchObject({ stances: { total: 7 }, answers: { total: 4 } });
});

import { eq, inArray, like, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { describeStatus } from "@/lib/figures/describe-status";
import { type Revision, verifyChain } from "@/lib/history/revision";
import { listClaims } from "../access/claims/claim-ledger";
import { listCountries } from "../access/countries/countries";
import { findRecord } from "../access/records/record-snapshot";
import { searchEverything } from "../access/search/search";
import { findStationFile } from "../access/stations/station-file";
import { findStation } from "../access/stations/stations";
import { editorialTableOf } from "../access/tables";
import { db } from "../client";
import { Connection } from "../connection/connection";
import {
  claimClaimants,
  claims,
  evidence,
  organizations,
  people,
  responseClaims,
  responseStations,
  responses,
  revisions,
  stations,
  statusReports,
} from "../schema";
import { makeActor } from "../testing/make";
import { FIRST_DOSSIER, type Loaded, loadDossier } from "./load";
import { PLANNED_KINDS } from "./plan";

let loaded: Loaded;
let statements = 0;
beforeAll(async () => {
  const sent = vi.spyOn(Connection.prototype, "run");
  loaded = await loadDossier({ folder: FIRST_DOSSIER });
  statements = sent.mock.calls.length;
  sent.mockRestore();
});

const revisionCount = async () => (await db.select({ count: sql<number>`count(*)::int` }).from(revisions))[0]?.count;

test("every row of the five files is a record", async () => {
  const counts = { evidence: 216, station: 99, claim: 224, response: 100, event: 65 } as const;
  for (const [kind, rows] of Object.entries(counts)) {
    expect([kind, await db.$count(editorialTableOf(kind as keyof typeof counts))]).toEqual([kind, rows]);
  }
  expect(loaded.files.map(({ rows }) => rows)).toEqual([216, 99, 224, 100, 65]);
});

test("loading writes many rows at once: it sends fewer statements than there are rows", () => {
  const rows = loaded.files.reduce((sum, file) => sum + file.rows, 0);
  expect(statements).toBeLessThan(rows);
});

describe("what a row becomes", () => {
  test("Amsterdam was ordered closed by the Dutch minister on 1 November 2022, and China's denial is on file", async () => {
    const [station] = await db.select().from(stations).where(eq(stations.slug, "nl-amsterdam"));
    expect(station).toMatchObject({ name: "Amsterdam", state: "published", status: "ordered_closed", country: "NL" });
    const history = await db
      .select({ status: statusReports.status, asOf: statusReports.asOfEdtf, basis: responses.slug })
      .from(statusReports)
      .leftJoin(responses, eq(responses.id, statusReports.responseId))
      .where(eq(statusReports.stationId, station?.id ?? ""))
      .orderBy(statusReports.asOfSort);
    expect(history).toEqual([
      { status: "reported", asOf: "2022-09-12", basis: null },
      { status: "ordered_closed", asOf: "2022-11-01", basis: "rsp-nl-03" },
    ]);
    const answers = await db
      .select({ slug: responses.slug, authority: organizations.name })
      .from(responseStations)
      .innerJoin(responses, eq(responses.id, responseStations.responseId))
      .innerJoin(organizations, eq(organizations.id, responses.authorityId))
      .where(eq(responseStations.stationId, station?.id ?? ""));
    expect(answers).toContainEqual({ slug: "rsp-nl-03", authority: "Ministry of Foreign Affairs (Netherlands)" });
    expect(answers).toContainEqual({ slug: "rsp-cn-02", authority: "Ministry of Foreign Affairs (China)" });
  });

  test("Buenos Aires is under investigation since nobody knows when, not still only reported", async () => {
    const manager = await makeActor("manager");
    const station = await findStation(manager, "ar-buenosaires-fuzhou");
    const { status } = await findStationFile(manager, station);
    expect([station.status, describeStatus(status, "en")]).toEqual([
      "under_investigation",
      "Under investigation, according to the Minister of Security, date unknown.",
    ]);
    const argentina = (await listCountries(manager)).find(({ country }) => country === "AR");
    expect(argentina?.status).toMatchObject({ status: "under_investigation", asOf: null });
  });

  test("Italy's cooperation of 2016 to 2018 is found by the time that it speaks of, and was said in December 2022", async () => {
    const manager = await makeActor("manager");
    const country = { any: ["IT"], without: [] };
    const found = async (view: Parameters<typeof listClaims>[1]) =>
      (
        await listClaims(manager, { country, subject: { any: ["host_cooperation"], without: [] }, ...view })
      ).items.map(({ slug, period, asserted }) => [slug, period?.edtf, asserted?.edtf]);
    const said = ["clm-seed-07", "2016/2018", "2022-12"];
    expect(await found({ periodFrom: "2017-01-01", periodTo: "2017-12-31" })).toEqual([
      said,
      ["clm-it-05", "2016/2019", "2022-12-07"],
    ]);
    expect(await found({ periodFrom: "2017-01-01", to: "2017-12-31" })).toEqual([]);
    expect(await found({ periodFrom: "2020-01-01" })).toEqual([]);
    expect(await found({ from: "2022-12-01", to: "2022-12-06" })).toEqual([said]);
  });

  test("Italy has four and eleven beside each other, each with who said so and when", async () => {
    const counts = await db
      .select({ value: claims.valueNumber, asserted: claims.assertedEdtf, by: organizations.name })
      .from(claims)
      .innerJoin(claimClaimants, eq(claimClaimants.claimId, claims.id))
      .innerJoin(organizations, eq(organizations.id, claimClaimants.organizationId))
      .where(inArray(claims.slug, ["clm-it-01", "clm-it-02", "clm-it-04"]))
      .orderBy(claims.slug);
    expect(counts).toEqual([
      { value: 4, asserted: "2022-09", by: "Safeguard Defenders" },
      { value: 11, asserted: "2022-12-05", by: "Safeguard Defenders" },
      { value: 1, asserted: "2022-12-07", by: "Ministry of the Interior (Italy)" },
    ]);
    const denied = await db
      .select({ claim: claims.slug, answer: responseClaims.answer })
      .from(responseClaims)
      .innerJoin(claims, eq(claims.id, responseClaims.claimId))
      .innerJoin(responses, eq(responses.id, responseClaims.responseId))
      .where(eq(responses.slug, "rsp-it-03"));
    expect(denied).toContainEqual({ claim: "clm-it-02", answer: "denies" });
  });

  test("a headline that nobody saw is marked", async () => {
    const rows = await db
      .select({ slug: evidence.slug, title: evidence.title, seen: evidence.titleSeen })
      .from(evidence)
      .where(inArray(evidence.slug, ["src-001", "src-033", "src-200"]))
      .orderBy(evidence.slug);
    expect(rows.map(({ seen }) => seen)).toEqual([true, false, false]);
    expect(rows[2]?.title).toBe("Release on the guilty plea");
  });

  test("an organization is there once, however the files write it", async () => {
    const names = await db.select({ name: organizations.name }).from(organizations);
    expect(new Set(names.map(({ name }) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter(({ name }) => /safeguard/i.test(name))).toHaveLength(1);
    const [relayed] = await db
      .select({ by: claims.spokesperson, relay: organizations.name })
      .from(claims)
      .innerJoin(organizations, eq(organizations.id, claims.relayedById))
      .where(eq(claims.slug, "clm-sd-06"));
    expect(relayed).toEqual({ by: "campaign director", relay: "The Guardian" });
  });
});

test("a place is found by its Chinese name, and by the bureau that is said to run it", async () => {
  const editor = await makeActor("editor");
  const found = async (q: string) =>
    (await searchEverything(editor, q, { kind: "station", limit: 50 })).items.map(({ slug }) => slug);
  expect(await found("鹿特丹")).toEqual(["nl-rotterdam"]);
  expect(await found("福州")).toContain("ie-dublin");
});

test("a status that no response brought about rests on an item that is not older", async () => {
  const [closed] = await db
    .select({ slug: evidence.slug })
    .from(statusReports)
    .innerJoin(evidence, eq(evidence.id, statusReports.evidenceId))
    .where(eq(statusReports.slug, "ca-toronto-1-reported-closed-2023-06"));
  expect(closed?.slug).toBe("src-137");
});

describe("what the desk's rules do to it", () => {
  test("two people stand behind everything that is published", async () => {
    for (const kind of PLANNED_KINDS) {
      const table = editorialTableOf(kind);
      const rows = await db
        .select({ author: table.updatedBy, approver: table.approvedBy })
        .from(table)
        .where(eq(table.state, "published"));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ author, approver }) => !approver || approver === author)).toEqual([]);
    }
  });

  test("what rests on too little stays a draft, and its first revision says why", async () => {
    const [station] = await db.select().from(stations).where(eq(stations.slug, "fr-lyon"));
    expect(station?.state).toBe("draft");
    const [first] = await db
      .select({ reason: revisions.reason })
      .from(revisions)
      .where(eq(revisions.recordId, station?.id ?? ""));
    expect(first?.reason).toContain("one partisan page");
    for (const [kind, slug] of [
      ["event", "evt-62"],
      ["response", "rsp-us-05"],
      ["claim", "clm-us-07"],
      ["evidence", "src-198"],
    ] as const) {
      const table = editorialTableOf(kind);
      const [held] = await db.select({ state: table.state }).from(table).where(eq(table.slug, slug));
      expect([slug, held?.state]).toEqual([slug, "draft"]);
    }
  });

  test("a held item is left out of what cites it beside others, which goes out on those", async () => {
    const reader = await makeActor("editor");
    for (const [kind, slug] of [
      ["response", "rsp-us-02"],
      ["event", "evt-51"],
    ] as const) {
      const record = await findRecord(reader, kind, slug);
      expect(record).toMatchObject({ state: "published", input: { evidence: ["src-138", "src-140", "src-199"] } });
    }
    const { evidence: items, station, claim, response, event } = loaded.publicationCounts;
    expect([items, station, claim, response, event].map(({ published }) => published)).toEqual([
      215, 77, 201, 99, 64,
    ]);
  });

  test("what nobody answered waits in review", async () => {
    const [station] = await db
      .select({ state: stations.state })
      .from(stations)
      .where(eq(stations.slug, "pe-unknown"));
    expect(station?.state).toBe("in_review");
    expect(loaded.reasons.station.no_answer).toBeGreaterThan(0);
  });

  test("the chain of revisions is whole", async () => {
    const rows = await db.select().from(revisions).orderBy(revisions.seq);
    expect(verifyChain(rows as Revision[])).toBeNull();
  });

  test("the two people of the dossier can't sign in", async () => {
    const desk = await db
      .select({ password: people.passwordHash })
      .from(people)
      .where(like(people.email, "dossier-%"));
    expect(desk).toEqual([{ password: null }, { password: null }]);
  });
});

test("a second run changes nothing and says so", async () => {
  const before = await revisionCount();
  const again = await loadDossier({ folder: FIRST_DOSSIER });
  expect(await revisionCount()).toBe(before);
  expect(Object.values(again.recorded).every((count) => count === 0)).toBe(true);
  expect([again.revised, again.published, again.contested, again.vanished]).toEqual([[], [], [], []]);
  expect(again.publicationCounts).toEqual(loaded.publicationCounts);
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { evidenceInput } from "@/lib/records/evidence";
import { readAlikeContent } from "@/lib/records/likeness";
import { organizationInput } from "@/lib/records/organization";
import { flatFields } from "@/lib/records/rows";
import { stationInput } from "@/lib/records/station";
import type { Actor } from "@/lib/workflow/actor";
import { AlikeRecords } from "@/lib/workflow/outcome";
import { db } from "../../client";
import { distinctRecords, organizations } from "../../schema";
import { makeActor, makeEvidence, makeOrganization, makeStation, publishRecord } from "../../testing/make";
import { watchStatements } from "../../testing/plans";
import { recordEvidence } from "../evidence/evidence";

import { recordOrganization, reviseOrganization } from "../organizations/organizations";
import { recordStation } from "../stations/stations";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { listAlike } from "./alike";
import { listDistinct } from "./distinct";

let reporter: Actor;
let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
});

const organization = (name: string, more: object = {}) =>
  organizationInput.parse({ name, kind: "news_outlet", ...more });
const alikeTo = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AlikeRecords
    ? error.alike.map(({ slug, likenesses }) => `${slug}: ${likenesses.join(" ")}`)
    : error;
};
const slugsAlike = async (actor: Actor, name: string, slug: string | null = null) =>
  (await listAlike(actor, "organization", readAlikeContent("organization", { name }), slug)).map((one) => one.slug);

test("what is on file already is refused with what both have in common, and nothing is written", async () => {
  await makeOrganization(reporter, {
    slug: "cnn",
    name: "CNN",
    alternateNames: ["Cable News Network"],
    url: "https://www.cnn.com/",
  });
  const before = await db.$count(organizations);
  const twin = organization("The C.N.N.", { url: "http://cnn.com/about" });
  expect(await alikeTo(recordOrganization(reporter, { input: twin }))).toEqual(["cnn: words site"]);
  expect(await alikeTo(recordOrganization(reporter, { input: organization("cable news network") }))).toEqual([
    "cnn: name",
  ]);
  expect(await db.$count(organizations)).toBe(before);

  await makeStation(reporter, {
    slug: "nl-rotterdam",
    name: "Rotterdam",
    city: "Rotterdam",
    alternateNames: ["鹿特丹"],
  });
  const station = (values: object) =>
    stationInput.parse({ kind: "contact_point", country: "NL", name: "Police office", ...values });
  expect(await alikeTo(recordStation(reporter, { input: station({ name: "鹿特丹" }) }))).toEqual([
    "nl-rotterdam: name",
  ]);
  expect(await alikeTo(recordStation(reporter, { input: station({ city: "rotterdam" }) }))).toEqual([
    "nl-rotterdam: place",
  ]);

  await makeEvidence(reporter, {
    slug: "src-a",
    title: "В Роттердаме нашли участок",
    url: "https://example.org/a?utm_source=x",
    published: "2022-10-26",
  });
  const item = (values: object) => evidenceInput.parse({ kind: "article", title: "Other", ...values });
  const copy = item({ url: "https://web.archive.org/web/20221101000000/http://www.example.org/a/" });
  expect(await alikeTo(recordEvidence(reporter, { input: copy }))).toEqual(["src-a: address"]);
  const same = item({ title: "В РОТТЕРДАМЕ нашли участок", published: "2022-10" });
  expect(await alikeTo(recordEvidence(reporter, { input: same }))).toEqual(["src-a: title"]);
  expect(await recordEvidence(reporter, { input: { ...same, published: null, title: "Nowhere" } })).toMatchObject({
    effect: "recorded",
  });
});

test("what was said to be another is kept, is asked of nobody again, and stands in both histories", async () => {
  await makeOrganization(reporter, { slug: "metro", name: "Metro" });
  const input = organization("METRO");
  const { slug } = await recordOrganization(reporter, { input, distinctFrom: ["metro", "nobody"] });
  expect(slug).toBe("metro-2");
  expect(await slugsAlike(editor, "Metro", "metro-2")).toEqual([]);
  expect(await slugsAlike(editor, "Metro")).toEqual(["metro", "metro-2"]);
  await reviseOrganization(editor, { slug, basedOn: 1, input: { ...input, name: "Metro nieuws" } });
  await reviseOrganization(editor, { slug, basedOn: 2, input });
  const ids = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(sql`slug like 'metro%'`)
    .orderBy(organizations.slug);
  const histories = await Promise.all(ids.map(({ id }) => listDistinct(editor, "organization", id)));
  expect(histories.map((pairs) => pairs.map((pair) => [pair.slug, pair.by]))).toEqual([
    [["metro-2", reporter.name]],
    [["metro", reporter.name]],
  ]);
});

test("a change is asked for what it makes alike, not for what was so before", async () => {
  await makeOrganization(reporter, { slug: "tempo", name: "Tempo" });
  const { slug, input } = await makeOrganization(reporter, { name: "Tempo" });
  const revise = (basedOn: number, changed: object, distinctFrom: string[] = []) =>
    reviseOrganization(editor, { slug, basedOn, input: { ...input, ...changed }, distinctFrom });
  expect(await revise(1, { note: "An old double" })).toMatchObject({ effect: "revised" });
  await makeOrganization(reporter, { slug: "ntb", name: "NTB" });
  expect(await alikeTo(revise(2, { alternateNames: ["ntb"] }))).toEqual(["ntb: name"]);
  expect(await alikeTo(revise(1, { alternateNames: ["ntb"] }))).toMatchObject({ kind: "conflict" });
  expect(await revise(2, { alternateNames: ["ntb"] }, ["ntb"])).toMatchObject({ version: 3 });
  expect(await revise(3, { alternateNames: ["ntb", "Tempo.co"] })).toMatchObject({ version: 4 });
});

test("so is a proposal on what is published", async () => {
  await makeOrganization(reporter, { slug: "haaretz", name: "Haaretz" });
  const { slug, input } = await makeOrganization(reporter, { name: "Ha-Aretz daily" });
  await publishRecord("organization", slug);
  const propose = (distinctFrom: string[]) =>
    openProposal(editor, "organization", slug, {
      typed: flatFields({ ...input, name: "haaretz" }),
      reason: "As it writes itself",
      correctionNote: null,
      basedOn: 4,
      distinctFrom,
    });
  expect(await alikeTo(propose([]))).toEqual(["haaretz: name"]);
  expect(await propose(["haaretz"])).toMatchObject({ state: "draft" });
  expect(await propose([])).toMatchObject({ state: "draft" });
});

test("nobody learns of a record that they may not see, nor is anybody asked about the trash", async () => {
  const { slug } = await makeOrganization(reporter, { name: "Secret Source" });
  expect([await slugsAlike(reporter, "secret source"), await slugsAlike(manager, "secret source")]).toEqual([
    [slug],
    [],
  ]);
  await publishRecord("organization", slug);
  expect(await slugsAlike(manager, "secret source")).toEqual([slug]);
  const { slug: thrown } = await makeOrganization(reporter, { name: "Thrown away" });
  await transitionRecord(reporter, "organization", thrown, "trash", { reason: "A slip" });
  expect(await slugsAlike(editor, "Thrown away")).toEqual([]);
});

test("the likeliest come first, at most five, in one statement", async () => {
  for (const name of ["Nieuws Nl", "Nl nieuws", "The Nieuws Nl", "nieuws nl", "NIEUWS NL", "Nieuws, NL"]) {
    await makeOrganization(reporter, { name });
  }
  const content = readAlikeContent("organization", { name: "nl NIEUWS" });
  const { answer, statements } = await watchStatements(() => listAlike(reporter, "organization", content));
  expect(statements).toHaveLength(1);
  expect(answer).toHaveLength(5);
  expect(answer[0]).toMatchObject({ title: "Nl nieuws", likenesses: ["name"] });
  expect(answer[1]?.likenesses).toEqual(["words"]);
});

test("two people who record the same at once are not both let through", async () => {
  const input = organization("At the same moment");
  const attempts = await Promise.allSettled([1, 2, 3].map(() => recordOrganization(reporter, { input })));
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each([
  "update distinct_records set said_at = now()",
  "delete from distinct_records",
  "truncate distinct_records",
])("the database refuses to rewrite what was said: %s", async (statement) => {
  expect(await db.$count(distinctRecords)).toBeGreaterThan(0);
  await expect(db.execute(sql.raw(statement))).rejects.toThrow();
});

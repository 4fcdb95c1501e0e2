import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import { recordClaimAction } from "@/app/(desk)/claims/actions";
import { recordEvidenceAction, reviseEvidenceAction } from "@/app/(desk)/evidence/actions";
import { proposeAction } from "@/app/(desk)/proposals/actions";
import { recordResponseAction } from "@/app/(desk)/responses/actions";
import { openSession } from "@/db/access/accounts/sessions";
import { findRecord } from "@/db/access/records/record-snapshot";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makePublishedStation } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { ADD, addedField, OFFERED, RETURN_TO, SUBMIT, USE } from "@/lib/records/form-marks";
import { referencedKind } from "@/lib/records/record-field";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import type { Actor } from "@/lib/workflow/actor";
import type { Outcome } from "@/lib/workflow/outcome";
import { nameRecords } from "./named-records";

let reporter: Actor;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
  reporter = await makeActor("reporter");
  await db.update(people).set({ passwordHash: "may sign in" });
  const sid = await openSession(reporter.id);
  jar.set("next-auth.session-token", await encode({ token: { sid }, secret: "a secret of this test" }));
});

const formOf = (fields: Readonly<Record<string, string | readonly string[]>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const text of [value].flat()) form.append(name, text);
  return form;
};
type Action = (previous: Outcome, form: FormData) => Promise<Outcome>;
const send = (action: Action, fields: Parameters<typeof formOf>[0]) => action({ status: "idle" }, formOf(fields));
/** Where a form leads that was saved. */
const saved = async (outcome: Promise<Outcome>) => {
  const error: unknown = await outcome.catch((thrown: unknown) => thrown);
  return (error as { digest?: string }).digest?.split(";")[2] ?? expect.fail(JSON.stringify(error));
};

const REFERENCES = RECORD_KINDS.flatMap((kind) =>
  Object.keys(RECORD_INPUTS[kind].shape).filter((field) => referencedKind(field) !== null),
);
const IN_ROWS = ["stances.0.evidence", "stances.1.origin", "answers.0.claim"];

test("a name that is not on file is told beside each field that names records, and stays in it", async () => {
  const fields = [...new Set(REFERENCES), ...IN_ROWS];
  expect(fields).toEqual(expect.arrayContaining(["publisher", "claimants", "authority", "station", "respondent"]));
  const values = Object.fromEntries(fields.map((field) => [field, `Nowhere ${field}`]));
  const prepared = await nameRecords(reporter, values);
  expect(Object.keys(prepared.errors).sort()).toEqual(fields.sort());
  expect(prepared.values).toEqual(values);
  expect(prepared.errors.publisher).toBe("“Nowhere publisher” is not on file: add it here, or choose another.");
  expect(prepared.errors["stances.0.evidence"]).toMatch(/not on file: choose another, or record it first\.$/);
});

test("a record is named by its slug, its name or another of its names, and never by one that several bear", async () => {
  await makeOrganization(reporter, {
    slug: "nos",
    name: "NOS; the broadcaster",
    alternateNames: ["Omroep Stichting"],
  });
  await makeOrganization(reporter, { slug: "times-1", name: "The Times" });
  await makeOrganization(reporter, { slug: "times-2", name: "the times" });
  const named = async (publisher: string) => nameRecords(reporter, { publisher });
  for (const text of ["nos", "NOS; the broadcaster", "omroep stichting "]) {
    expect(await named(text)).toEqual({ values: { publisher: "nos" }, errors: {}, notOnFile: {} });
  }
  const several = await named("The Times");
  expect(several.values).toEqual({ publisher: "The Times" });
  expect(several.errors.publisher).toBe(
    "“The Times” is the name of more than one item: choose one of times-1, times-2.",
  );
  const many = await nameRecords(reporter, { claimants: ["nos", "times-1; Nobody"] });
  expect(many.values.claimants).toEqual(["nos", "times-1", "Nobody"]);
  expect(many.notOnFile).toEqual({ claimants: ["Nobody"] });
});

test("evidence whose publisher is not on file is refused, and saved once the publisher is added in place", async () => {
  const fields = { title: "Buren", kind: "article", publisher: "De Telegraaf", carriedBy: "", published: "gisteren" };
  const refused = await send(recordEvidenceAction, fields);
  expect(refused).toMatchObject({
    status: "invalid",
    values: fields,
    errors: { publisher: expect.stringContaining("“De Telegraaf” is not on file"), published: expect.any(String) },
    notOnFile: { publisher: ["De Telegraaf"] },
  });
  const add = { [ADD]: "publisher", [addedField("publisher", "name")]: "De Telegraaf" };
  expect(await send(recordEvidenceAction, { ...fields, ...add })).toMatchObject({
    status: "invalid",
    errors: { publisher: "Choose one of the options." },
    values: fields,
    notOnFile: { publisher: ["De Telegraaf"] },
  });
  const said = { [addedField("publisher", "kind")]: "news_outlet", [addedField("publisher", "country")]: "NL" };
  const added = await send(recordEvidenceAction, { ...fields, ...add, ...said });
  expect(added).toMatchObject({ status: "invalid", errors: {}, values: fields });
  expect(await findRecord(reporter, "organization", "de-telegraaf")).toMatchObject({
    state: "draft",
    input: { name: "De Telegraaf", kind: "news_outlet", country: "NL" },
  });
  const path = await saved(send(recordEvidenceAction, { ...fields, published: "2022" }));
  const { input } = await findRecord(reporter, "evidence", path.split("/").at(-1) ?? "");
  expect(input).toMatchObject({ publisher: "de-telegraaf", carriedBy: null });
});

test("what may be on file already comes back as a list, and is saved once each is ticked", async () => {
  const url = "https://example.org/on-file";
  const { slug } = await makeEvidence(reporter, { title: "On file", url });
  const fields = { title: "Typed anew", kind: "article", url: `${url}/?utm_source=mail` };
  expect(await send(recordEvidenceAction, fields)).toEqual({
    status: "invalid",
    errors: { distinctFrom: expect.stringContaining("may be on file already") },
    values: fields,
    alike: [{ kind: "evidence", slug, title: "On file", likenesses: ["address"] }],
  });
  const other = (await saved(send(recordEvidenceAction, { ...fields, distinctFrom: slug }))).split("/").at(-1) ?? "";
  const again = { ...fields, title: "On file", slug: other, basedOn: "1" };
  expect(await saved(send(reviseEvidenceAction, again))).toBe(`/evidence/${other}`);
});

test("an organization added in place may be on file under another name, and is then used or said to be another", async () => {
  await makeOrganization(reporter, { slug: "trouw", name: "Dagblad Trouw", alternateNames: ["Trouw"] });
  const fields = { title: "Buren van", kind: "article", publisher: "Trouw, dagblad" };
  const part = (name: "name" | "kind" | "distinctFrom") => addedField("publisher", name);
  const add = { ...fields, [part("name")]: "Trouw, dagblad", [part("kind")]: "news_outlet" };
  const asked = await send(recordEvidenceAction, { ...add, [ADD]: "publisher" });
  expect(asked).toMatchObject({
    errors: { publisher: expect.stringContaining("may be on file already") },
    notOnFile: { publisher: ["Trouw, dagblad"] },
    alike: [{ kind: "organization", slug: "trouw", likenesses: ["words"] }],
    values: fields,
  });
  const used = await send(recordEvidenceAction, { ...add, [USE]: "publisher trouw" });
  expect(used).toMatchObject({ errors: {}, values: { ...fields, publisher: "trouw" } });
  const ticked = await send(recordEvidenceAction, { ...add, [ADD]: "publisher", [part("distinctFrom")]: "trouw" });
  expect(ticked).toMatchObject({ errors: {}, values: fields });
  expect(await findRecord(reporter, "organization", "trouw-dagblad")).toMatchObject({ state: "draft" });
});

test("rows and proposals refuse a name that is not on file too, and more rows leave it where it is", async () => {
  const claim = { ...(await makeClaim(reporter)).input };
  const row = { "stances.0.evidence": "Nothing of ours", "stances.0.stance": "supports" };
  const fields = { proposition: claim.proposition, claimants: "nos", ...row };
  expect(await send(recordClaimAction, fields)).toMatchObject({
    errors: { "stances.0.evidence": expect.stringContaining("“Nothing of ours” is not on file") },
  });
  expect(await send(recordClaimAction, { ...fields, more: "stances" })).toMatchObject({ values: fields, errors: {} });
  const editor = await makeActor("editor");
  const { station } = await makePublishedStation(editor);
  const about = { recordKind: "station", slug: station.slug, basedOn: "1", mergedWith: "1" };
  expect(await send(proposeAction, { ...about, name: "Renamed", operator: "Nobody" })).toMatchObject({
    notOnFile: { operator: ["Nobody"] },
  });
});

test("what one may not see is not on file for them", async () => {
  const manager = await makeActor("manager");
  const hidden = await makeEvidence(reporter, { title: "A draft" });
  for (const evidence of [hidden.slug, "A draft"]) {
    expect((await nameRecords(manager, { evidence })).notOnFile).toEqual({ evidence: [evidence] });
    expect((await nameRecords(reporter, { evidence })).values).toEqual({ evidence: hidden.slug });
  }
});

test("a name that nobody sees is none, and one that can't be stored is refused beside its field, also in a list", async () => {
  const unseen = await nameRecords(reporter, { publisher: "\u200b", constructor: "a", claimants: ["constructor"] });
  expect(unseen.errors).toEqual({ claimants: expect.stringContaining("“constructor” is not on file") });
  const fields = {
    title: "Buren",
    kind: "article",
    publisher: "nos\0",
    stations: ["\u0007", "nowhere"],
    note: "a\ufffd",
  };
  const refused = await send(recordEvidenceAction, fields);
  expect(refused).toMatchObject({ status: "invalid", values: fields });
  expect((refused as { errors: object }).errors).toEqual({
    publisher: "This holds a control character (U+0000), which nobody sees: take it out.",
    stations: "This holds a control character (U+0007), which nobody sees: take it out.",
    note: "A character was lost on the way here (�). Write it again.",
  });
});

test("an outlet whose box is ticked is saved with its item and the claim's row, and what is wrong takes none of it away", async () => {
  const claim = await makeClaim(reporter, { slug: "clm-in-one" });
  const fields = {
    title: "Aan de kade",
    kind: "article",
    publisher: "Kadekrant",
    published: "03/04/2022",
    "link.claim": claim.slug,
    "link.stance": "supports",
    "link.derivation": "derived",
    "link.quote": "een bureau",
    "outlet.kind": "news_outlet",
    "outlet.country": "Nederland",
  };
  expect(await send(recordEvidenceAction, fields)).toMatchObject({
    status: "invalid",
    errors: {
      publisher: expect.stringMatching(/not on file/),
      published: expect.stringMatching(/either of two days/),
    },
    notOnFile: { publisher: ["Kadekrant"] },
  });
  const ticked = { ...fields, "outlet.name": "Kadekrant" };
  const dated = await send(recordEvidenceAction, ticked);
  expect(dated).toMatchObject({ status: "invalid", values: ticked, notOnFile: { publisher: ["Kadekrant"] } });
  expect(Object.keys("errors" in dated ? dated.errors : {})).toEqual(["published"]);
  const path = await saved(send(recordEvidenceAction, { ...ticked, published: "3 april 2022", [SUBMIT]: "yes" }));
  const item = await findRecord(reporter, "evidence", path.split("/").at(-1) ?? "");
  expect(item).toMatchObject({
    state: "in_review",
    input: { publisher: "kadekrant", published: { edtf: "2022-04-03" } },
  });
  const { input } = await findRecord(reporter, "claim", claim.slug);
  expect(input.stances).toMatchObject([{ evidence: item.slug, quote: "een bureau" }]);
});

test("claims that an answer's form offers, and of which nothing is said, are none of the answer", async () => {
  await makeOrganization(reporter, { slug: "the-ministry", name: "The ministry", kind: "ministry" });
  const [one, other] = [await makeClaim(reporter), await makeClaim(reporter)];
  const rows = {
    "answers.0.claim": one.slug,
    "answers.0.answer": "",
    "answers.1.claim": other.slug,
    "answers.1.answer": "denies",
  };
  const fields = {
    authority: "the-ministry",
    kind: "denial",
    summary: "There is none",
    ...rows,
    [OFFERED]: [one.slug, other.slug],
  };
  const wrong = await send(recordResponseAction, { ...fields, given: "whenever" });
  expect(wrong).toMatchObject({ status: "invalid", values: rows });
  const path = await saved(send(recordResponseAction, fields));
  const { input } = await findRecord(reporter, "response", path.split("/").at(-1) ?? "");
  expect(input.answers).toEqual([{ claim: other.slug, answer: "denies" }]);
  const unsaid = await send(recordResponseAction, { ...fields, [OFFERED]: other.slug });
  expect(unsaid).toMatchObject({ status: "invalid", errors: { "answers.0.answer": expect.any(String) } });
});

test("a form goes back to the page of ours on which it stood, unless what it wrote needs more than that", async () => {
  const { slug } = await makeOrganization(reporter);
  const claim = { proposition: "They are said to be there", subject: "count", scope: "global", claimants: slug };
  const record = (page: string) =>
    saved(send(recordClaimAction, { ...claim, position: "asserts", [RETURN_TO]: page }));
  expect(await record("/claims/clm-nl-02?correct")).toBe("/claims/clm-nl-02?correct");
  expect(await record("//elsewhere.example/claims")).toMatch(/^\/claims\/[a-z0-9-]+$/);

  const { station } = await makePublishedStation(await makeActor("editor"));
  const about = { recordKind: "station", slug: station.slug, basedOn: "1", mergedWith: "1", name: "Renamed" };
  const propose = (more: Readonly<Record<string, string>>) =>
    saved(send(proposeAction, { ...about, ...more, [RETURN_TO]: `/stations/${station.slug}?proposed` }));
  expect(await propose({})).toBe(`/stations/${station.slug}?proposed`);
  // Without a reason it can't be submitted, and its own page says what is missing.
  expect(await propose({ submit: "yes" })).toMatch(/^\/proposals\//);
});

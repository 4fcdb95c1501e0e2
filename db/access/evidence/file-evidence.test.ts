import { beforeAll, expect, test } from "vitest";
import { evidenceFiling } from "@/lib/records/evidence-filing";
import type { Actor } from "@/lib/workflow/actor";
import { AlikeRecords, Invalid } from "@/lib/workflow/outcome";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makeStation, publishRecord } from "../../testing/make";
import { findClaim } from "../claims/claims";
import { verifyHistory } from "../history/history-check";
import { findRecord } from "../records/record-snapshot";
import { waiveReply } from "../replies/waivers";
import { listRevisions } from "../revisions";
import { findProposal } from "../workflow/proposal-file";
import { transitionProposal } from "../workflow/proposal-transitions";
import { transitionRecord } from "../workflow/transitions";
import { findEvidence } from "./evidence-file";
import { fileEvidence, linkEvidence } from "./file-evidence";

let reporter: Actor;
let editor: Actor;

beforeAll(async () => {
  [reporter, editor] = [await makeActor("reporter"), await makeActor("editor")];
  await makeOrganization(editor, { slug: "safeguard", name: "Safeguard Defenders", kind: "ngo" });
  await makeStation(editor, { slug: "nl-rotterdam", name: "Rotterdam" });
});

const OUTLET = { "outlet.name": "Dagblad Rijnmond", "outlet.kind": "news_outlet", "outlet.country": "Nederland" };
const link = (claim: string) => ({
  "link.claim": claim,
  "link.stance": "supports",
  "link.derivation": "derived",
  "link.origin": "safeguard",
  "link.quote": "een bureau in Rotterdam",
  "link.locator": "alinea 3",
});
const file = (actor: Actor, { submit, ...fields }: Record<string, unknown>) =>
  fileEvidence(actor, {
    submit: submit === "yes",
    ...evidenceFiling.parse({
      kind: "article",
      published: "26 okt 2022",
      language: "Dutch",
      stations: "nl-rotterdam",
      ...fields,
    }),
  });
const actionsOf = async (kind: "evidence" | "organization" | "claim", slug: string) =>
  (await listRevisions(editor, kind, (await findRecord(editor, kind, slug)).id))
    .map(({ action }) => action)
    .reverse();

test("outlet, item and link to a draft claim are one submit, with a revision each, in review where they are new", async () => {
  const claim = await makeClaim(editor, { slug: "clm-filed" });
  const written = await file(reporter, {
    title: "Politiebureau aan de Maas",
    ...OUTLET,
    ...link(claim.slug),
    submit: "yes",
  });
  expect(written).toMatchObject({ slug: "politiebureau-aan-de-maas", proposal: null });
  const item = await findEvidence(reporter, written.slug);
  expect(item).toMatchObject({
    state: "in_review",
    version: 2,
    publisher: { slug: "dagblad-rijnmond" },
    language: "nl",
  });
  expect(item.published?.edtf).toBe("2022-10-26");
  expect(await findRecord(reporter, "organization", "dagblad-rijnmond")).toMatchObject({
    state: "in_review",
    input: { name: "Dagblad Rijnmond", kind: "news_outlet", country: "NL" },
  });
  const linked = await findRecord(reporter, "claim", claim.slug);
  expect(linked).toMatchObject({ state: "draft", version: 2 });
  expect(linked.input.stances).toEqual([
    {
      evidence: written.slug,
      stance: "supports",
      derivation: "derived",
      origin: "safeguard",
      quote: "een bureau in Rotterdam",
      locator: "alinea 3",
    },
  ]);
  expect(await actionsOf("evidence", written.slug)).toEqual(["evidence.record", "evidence.submit"]);
  expect(await actionsOf("organization", "dagblad-rijnmond")).toEqual(["organization.record", "organization.submit"]);
  expect(await actionsOf("claim", claim.slug)).toEqual(["claim.record", "claim.revise"]);
});

test("what is wrong with one part writes none of them, and stands beside that part's field", async () => {
  const title = "Geen van drieën";
  const attempt = file(reporter, { title, ...OUTLET, "outlet.name": "Krant van niemand", ...link("clm-nowhere") });
  await expect(attempt).rejects.toEqual(new Invalid({ "link.claim": "validation.unknownRecord" }));
  const claim = await makeClaim(editor, {});
  const origin = file(reporter, {
    title,
    ...OUTLET,
    "outlet.name": "Krant van niemand",
    ...link(claim.slug),
    "link.origin": "nobody-known",
  });
  await expect(origin).rejects.toEqual(new Invalid({ "link.origin": "validation.unknownRecord" }));
  await expect(findRecord(reporter, "organization", "krant-van-niemand")).rejects.toThrow();
  await expect(findRecord(reporter, "evidence", "geen-van-drieen")).rejects.toThrow();
  expect(await findRecord(reporter, "claim", claim.slug)).toMatchObject({ version: 1 });
});

test("an outlet that may be on file is asked in its own field, and is another one when that is said", async () => {
  await makeOrganization(editor, { slug: "de-avondkrant", name: "De Avondkrant" });
  const fields = { title: "Over de kade", ...OUTLET, "outlet.name": "Avondkrant" };
  const error = await file(reporter, fields).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AlikeRecords);
  expect(error).toMatchObject({ errors: { "outlet.distinctFrom": "validation.alike" } });
  const written = await file(reporter, { ...fields, "outlet.distinctFrom": "de-avondkrant" });
  expect((await findEvidence(reporter, written.slug)).publisher?.slug).toBe("avondkrant");
});

test("a published claim takes the item by a proposal that is in review, and holds it once another person approved", async () => {
  const source = await makeEvidence(editor, { slug: "src-published" });
  await publishRecord("evidence", source.slug);
  const claim = await makeClaim(editor, { slug: "clm-published", stances: [{ evidence: source.slug }] });
  await waiveReply(await makeActor("editor"), "claim", claim.slug, "Asked elsewhere");
  await publishRecord("claim", claim.slug);
  const written = await file(reporter, {
    title: "Nog een getuige",
    url: "https://example.org/getuige",
    stations: "",
    ...link(claim.slug),
    "link.derivation": "original",
    submit: "yes",
  });
  expect(written.proposal).toBe("claim-clm-published-1");
  expect(await findRecord(editor, "claim", claim.slug)).toMatchObject({ state: "published" });
  expect((await findClaim(editor, claim.slug)).stances).toHaveLength(1);
  const proposal = await findProposal(editor, written.proposal ?? "");
  expect(proposal.proposal).toMatchObject({ state: "in_review", reason: "“Nog een getuige” was linked to it." });
  await transitionRecord(editor, "evidence", written.slug, "approve");
  await transitionRecord(editor, "evidence", written.slug, "publish", { ticked: "all" });
  await transitionProposal(editor, written.proposal ?? "", "approve", { ticked: "all" });
  const row = (await findClaim(editor, claim.slug)).stances.find(({ slug }) => slug === written.slug);
  expect(row).toMatchObject({ derivation: "original", quote: "een bureau in Rotterdam" });
});

test("an item on file is linked once; an approval of the claim lapses, and it is read again", async () => {
  const item = await makeEvidence(editor, { slug: "src-linked" });
  const claim = await makeClaim(editor, { slug: "clm-approved" });
  await transitionRecord(editor, "claim", claim.slug, "submit");
  await transitionRecord(await makeActor("editor"), "claim", claim.slug, "approve");
  const said = {
    claim: claim.slug,
    stance: "contradicts",
    derivation: "original",
    origin: null,
    quote: null,
    locator: null,
  } as const;
  await linkEvidence(reporter, { evidence: item.slug, link: said });
  expect(await findRecord(reporter, "claim", claim.slug)).toMatchObject({ state: "in_review" });
  await expect(linkEvidence(reporter, { evidence: item.slug, link: said })).rejects.toEqual(
    new Invalid({ "link.claim": "validation.evidenceTwice" }),
  );
});

test("a manager files nothing, and links nothing", async () => {
  const manager = await makeActor("manager");
  await expect(file(manager, { title: "Niet van de redactie" })).rejects.toThrow("A manager may not record evidence");
});

test("many who link to one claim at the same moment lose nothing of each other's, and the chain holds", async () => {
  const claim = await makeClaim(editor, { slug: "clm-crowded" });
  const people = await Promise.all(Array.from({ length: 4 }, () => makeActor("reporter")));
  await Promise.all(
    people.map((person, index) =>
      file(person, {
        title: `Getuige ${index}`,
        "outlet.name": `Blad ${index}`,
        "outlet.kind": "news_outlet",
        ...link(claim.slug),
        submit: "yes",
      }),
    ),
  );
  const { input, version } = await findRecord(editor, "claim", claim.slug);
  expect([input.stances.length, version]).toEqual([4, 5]);
  expect(await verifyHistory(await makeActor("admin"))).toMatchObject({ problem: null });
});

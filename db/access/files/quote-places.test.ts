import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileStorage } from "@/db/files/file-storage";
import { type FileQuoting, fileQuoting } from "@/lib/records/file-quoting";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims, filePages } from "../../schema";
import { makeActor, makeClaim, makeEvidence, makePublishedStation, publishRecord } from "../../testing/make";
import { makePdf } from "../../testing/make-pdf";
import { watchStatements } from "../../testing/plans";
import { openTestStorage, type TestStorage } from "../../testing/test-storage";
import { findClaim, reviseClaim } from "../claims/claims";
import { findEvidence } from "../evidence/evidence-file";
import { findQuoteOf, listClaimsOfFile, quoteFile } from "../evidence/quote-file";
import { checkHistory } from "../history/history-check";
import { findRecord } from "../records/record-snapshot";
import { findStationFile } from "../stations/station-file";
import { findStation } from "../stations/stations";
import { gateOutcomesOf } from "../workflow/checklists";
import { findProposal } from "../workflow/proposal-file";
import { readDueTexts } from "./file-texts";
import { attachFile, withdrawAttachment } from "./files";

let [reporter, manager] = [] as unknown as [Actor, Actor];
let given: TestStorage;
let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  given = await openTestStorage();
  ({ folder, storage } = given);
});
afterAll(() => given.close());

const PAGES = ["Nothing of it", "The lease of Quixwharf ends in May. Take the lease of a hut."];

async function attach(evidence: string, name: string, type: string, bytes: Buffer | string) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const path = join(folder, digest);
  await writeFile(path, bytes);
  await storage.keep(path, digest);
  const kept = { digest, size: Buffer.byteLength(bytes), type, name };
  const { id } = await attachFile(reporter, { kind: "evidence", slug: evidence }, kept);
  await readDueTexts({}, storage);
  return { id, digest };
}

async function leased() {
  const item = await makeEvidence(reporter);
  return { item: item.slug, ...(await attach(item.slug, "lease.pdf", "application/pdf", makePdf(PAGES))) };
}
const quoting = (given: Partial<Record<keyof FileQuoting | "known", unknown>>) =>
  fileQuoting.parse({ page: "2", stance: "supports", derivation: "original", ...given });
const stanceOf = async (actor: Actor, slug: string) => (await findClaim(actor, slug)).stances[0];

test("words of a file become a claim's quote with their place, in one step", async () => {
  const { item, id, digest } = await leased();
  const claim = await makeClaim(reporter);
  const quote = "the lease";
  expect(await quoteFile(reporter, quoting({ file: id, claim: claim.slug, quote, start: "40" }))).toEqual({
    proposal: null,
    page: 2,
  });
  const stance = await stanceOf(reporter, claim.slug);
  expect(stance).toMatchObject({
    quote,
    place: { standing: "found", file: id, name: "lease.pdf", page: 2 },
    target: {
      source: `nih:sha-256;${digest}`,
      selector: {
        value: "page=2",
        refinedBy: [
          { exact: "the lease", prefix: expect.stringContaining("Take "), suffix: " of a hut." },
          { start: 41, end: 50 },
        ],
      },
    },
  });
  expect(await findRecord(reporter, "claim", claim.slug)).toMatchObject({
    input: { stances: [{ evidence: item, quote, target: stance?.target }] },
  });
  expect(await findQuoteOf(reporter, id, claim.slug)).toMatchObject({ quote, target: stance?.target });
  expect(await listClaimsOfFile(reporter, id)).toMatchObject([{ slug: claim.slug, isQuoting: true }]);
  expect((await findEvidence(reporter, item)).claims).toMatchObject([{ place: { page: 2 }, target: stance?.target }]);
});

test("other words take the place of a quote when that is ticked, and keep what was not said anew", async () => {
  const { item, id } = await leased();
  const row = {
    evidence: item,
    stance: "contradicts",
    derivation: "original",
    quote: "Nothing of it",
    locator: "p. 1",
  };
  const claim = await makeClaim(reporter, { stances: [row] });
  const other = { file: id, known: claim.slug, quote: "ends in May", stance: "", derivation: "" };
  await expect(quoteFile(reporter, quoting(other))).rejects.toMatchObject({
    errors: { replaces: "validation.quotedAlready" },
  });
  await quoteFile(reporter, quoting({ ...other, replaces: "on" }));
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({
    ...{ stance: "contradicts", derivation: "original", quote: "ends in May", locator: null },
    place: { standing: "found", page: 2 },
  });
});

test("what the file does not say has to be ticked, is flagged, and is ticked again before it is published", async () => {
  const { item, id } = await leased();
  const claim = await makeClaim(reporter);
  const wrong = { file: id, claim: claim.slug, quote: "The lease of Quixwharf ends in June" };
  await expect(quoteFile(reporter, quoting(wrong))).rejects.toMatchObject({
    errors: { isMissing: "validation.quoteMissing" },
  });
  expect(await quoteFile(reporter, quoting({ ...wrong, isMissing: "on" }))).toEqual({ proposal: null, page: null });
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({ target: null, place: { standing: "missing" } });
  expect((await findEvidence(reporter, item)).claims).toMatchObject([{ place: { standing: "missing" } }]);
  const [{ id: claimId = "" } = {}] = await db
    .select({ id: claims.id })
    .from(claims)
    .where(eq(claims.slug, claim.slug));
  const warnings = async () => (await gateOutcomesOf(db, "claim", [claimId])).get(claimId)?.warnings;
  expect(await warnings()).toContain("quote_not_found");

  // A page that may hold the words and was not read: nobody knows.
  await attach(item, "scan.pdf", "application/pdf", makePdf([""]));
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({ place: null });
  expect(await warnings()).not.toContain("quote_not_found");
});

test("a target that was bound stays with the same words, moves with the text, and ends with other words", async () => {
  const { id } = await leased();
  const claim = await makeClaim(reporter);
  await quoteFile(reporter, quoting({ file: id, claim: claim.slug, quote: "the lease of a hut" }));
  const { input, version } = await findRecord(reporter, "claim", claim.slug);
  const revise = (quote: string, basedOn: number) =>
    reviseClaim(reporter, {
      ...{ slug: claim.slug, basedOn, reason: null },
      input: { ...input, stances: input.stances.map((row) => ({ ...row, quote })) },
    });
  await revise("“The lease of a hut”", version);
  const bound = await stanceOf(reporter, claim.slug);
  expect(bound).toMatchObject({ target: input.stances[0]?.target, place: { page: 2 } });

  const [page] = await db.select().from(filePages).where(eq(filePages.page, 2));
  const moved = `Page two.\n\n${page?.text.replaceAll(" ", "\n")}`;
  await db.update(filePages).set({ text: moved }).where(eq(filePages.page, 2));
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({ place: { standing: "found", page: 2 } });
  await db
    .update(filePages)
    .set({ text: moved.replace("hut", "shed") })
    .where(eq(filePages.page, 2));
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({
    place: { standing: "missing" },
    target: bound?.target,
  });
  await db
    .update(filePages)
    .set({ text: page?.text ?? "" })
    .where(eq(filePages.page, 2));

  await withdrawAttachment(reporter, id, "Of another case");
  expect(await stanceOf(reporter, claim.slug)).toMatchObject({ place: null, target: null });
});

test("places of many quotes are as many statements as of one", async () => {
  const files = [await leased(), await leased(), await leased(), await leased()];
  const quotes = ["ends in May", "ends in June", "The lease of", "Nothing of it"];
  const claimOf = async (count: number) => {
    const stances = files.slice(0, count).map(({ item }, index) => ({
      ...{ evidence: item, stance: "supports", derivation: "original", quote: quotes[index] },
    }));
    return (await makeClaim(reporter, { stances })).slug;
  };
  const [one, many] = [await claimOf(2), await claimOf(4)];
  await quoteFile(reporter, quoting({ file: files[2]?.id, known: many, quote: "hut", replaces: "on" }));
  const placesOf = async (slug: string) => {
    const { answer, statements } = await watchStatements(() => findClaim(reporter, slug));
    const places = answer.stances.map(({ quote, place }) => [
      quote,
      place?.standing === "found" ? place.page : place,
    ]);
    return {
      places: new Map(places as [string, unknown][]),
      reads: statements.filter(({ text }) => /file_pages/.test(text)),
    };
  };
  expect((await placesOf(one)).reads).toHaveLength(2);
  const { places, reads } = await placesOf(many);
  expect(Object.fromEntries(places)).toEqual({
    ...{ "ends in May": 2, "ends in June": { standing: "missing" }, hut: 2, "Nothing of it": 1 },
  });
  expect(reads).toHaveLength(3);
});

test("a published claim takes a quote by a proposal; outside the desk nothing of a file is told", async () => {
  const { item, id } = await leased();
  const { station } = await makePublishedStation(reporter);
  await publishRecord("evidence", item);
  const row = { evidence: item, stance: "supports", derivation: "original" };
  const claim = await makeClaim(reporter, {
    scope: "country",
    country: station.input.country,
    position: "denies",
    stances: [row],
  });
  await publishRecord("claim", claim.slug);
  const { proposal } = await quoteFile(
    reporter,
    quoting({ file: id, known: claim.slug, quote: "ends in May", stance: "", derivation: "" }),
  );
  const proposed = await findProposal(reporter, proposal ?? "");
  expect(proposed).toMatchObject({ proposal: { state: "in_review" } });
  expect(JSON.stringify(proposed)).toContain("TextPositionSelector");

  const quoted = await makeClaim(reporter, {
    scope: "country",
    country: station.input.country,
    position: "denies",
    stances: [row],
  });
  await quoteFile(reporter, quoting({ file: id, known: quoted.slug, quote: "ends in May" }));
  await publishRecord("claim", quoted.slug);
  const ask = async (actor: Actor) => [
    (await findClaim(actor, quoted.slug)).stances,
    (await findEvidence(actor, item)).claims.filter(({ slug }) => slug === quoted.slug),
    (await findStationFile(actor, await findStation(actor, station.slug))).claims.flatMap(({ slug, stances }) =>
      slug === quoted.slug ? stances : [],
    ),
  ];
  for (const found of await ask(reporter))
    expect(found).toMatchObject([{ quote: "ends in May", place: { file: id } }]);
  for (const found of await ask(manager)) {
    expect(found).toMatchObject([{ quote: "ends in May", place: null, target: null }]);
  }
  expect(await checkHistory()).toMatchObject({ problem: null });
});

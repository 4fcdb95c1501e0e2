import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { alikeTexts, comparedTexts, filePages, files, fileTexts } from "../../schema";
import { makeActor, makeClaim, makeEvidence, makeOrganization, publishRecord } from "../../testing/make";
import { makeMergeActors, mergeRecords } from "../../testing/merges";
import { compareDueTexts } from "../files/compare-texts";
import { attachFile, withdrawAttachment } from "../files/files";
import { checkHistory } from "../history/history-check";
import { findRecord } from "../records/record-snapshot";
import { transitionRecord } from "../workflow/transitions";
import { countAlikeSources, listAlikeSources } from "./alike-sources";
import { confirmDerived, countOriginalClaims, listAlikeTexts, setNotCopy } from "./alike-texts";

let reporter: Actor;
let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
  for (const slug of ["agency", "daily", "weekly"]) {
    await makeOrganization(reporter, { slug, name: slug });
    await publishRecord("organization", slug);
  }
});

/** Words of which no two texts share a run, the same for the same number. */
const prose = (seed: number, count = 200) =>
  Array.from({ length: count }, (_, at) => {
    const word = createHash("sha256")
      .update(`${seed} ${at}`)
      .digest("base64url")
      .replace(/[^a-z]/g, "")
      .slice(0, 7);
    return at % 11 === 10 ? `${word}.` : word;
  }).join(" ");

/** An item with a file whose text was read. */
async function itemWith(slug: string, text: string, input: object = {}) {
  const item = await makeEvidence(reporter, { slug, title: `On ${slug}`, ...input });
  const digest = createHash("sha256").update(`${slug} ${text}`).digest("hex");
  const { id } = await attachFile(
    reporter,
    { kind: "evidence", slug },
    { digest, size: text.length, type: "text/plain", name: `${slug}.txt` },
  );
  const [file] = await db.select({ id: files.id }).from(files).where(eq(files.digest, digest));
  await db.insert(fileTexts).values({ fileId: file?.id ?? "", pages: 1 });
  await db.insert(filePages).values({ fileId: file?.id ?? "", page: 1, text });
  return { ...item, attachment: id };
}
const hints = async (actor: Actor, slug: string) =>
  (await listAlikeTexts(actor, slug)).map((one) => [
    one.slug,
    Math.round(one.share * 100),
    Math.round(one.otherShare * 100),
  ]);

test("copies are found whichever came first, and unrelated texts never", async () => {
  const story = prose(1);
  const half = story.split(" ").slice(0, 100).join(" ");
  await itemWith("src-story", story, { publisher: "agency", published: "2022-10-01" });
  await itemWith("src-half", `${prose(2, 100)}. ${half}`, { publisher: "daily" });
  await itemWith("src-short", half, { publisher: "weekly" });
  for (let seed = 10; seed < 30; seed += 1) await itemWith(`src-other-${seed}`, prose(seed));
  expect(await compareDueTexts()).toBe(23);
  expect(await compareDueTexts()).toBe(0);
  await itemWith("src-late", `A headline of its own.\n${story}`, { publisher: "weekly" });
  await compareDueTexts();
  expect(await hints(reporter, "src-story")).toEqual([
    ["src-late", 100, 98],
    ["src-short", 50, 100],
    ["src-half", 50, 50],
  ]);
  expect(await hints(reporter, "src-late")).toContainEqual(["src-story", 98, 100]);
  for (let seed = 10; seed < 30; seed += 1) expect(await hints(reporter, `src-other-${seed}`)).toEqual([]);
  // Done again, after an end in the middle, it says the same.
  const before = await db.select().from(alikeTexts);
  await db.delete(alikeTexts);
  await db.delete(comparedTexts);
  await compareDueTexts();
  expect(await db.select().from(alikeTexts)).toHaveLength(before.length);
});

test("who may not see a text is told nothing of it, and nobody is of what was taken away", async () => {
  const text = prose(40);
  const seen = await itemWith("src-seen", text, { publisher: "agency" });
  const restricted = await itemWith("src-restricted", text, { publisher: "daily", sharing: "RED" });
  await compareDueTexts();
  await publishRecord("evidence", seen.slug);
  await expect(listAlikeTexts(manager, seen.slug)).rejects.toMatchObject({ kind: "forbidden" });
  for (const actor of [reporter, editor])
    expect(await hints(actor, seen.slug)).toEqual([["src-restricted", 100, 100]]);
  await withdrawAttachment(editor, restricted.attachment, "Not ours");
  expect(await hints(reporter, seen.slug)).toEqual([]);
  await itemWith("src-thrown", text, { publisher: "weekly" });
  await compareDueTexts();
  expect(await hints(reporter, seen.slug)).toEqual([["src-thrown", 100, 100]]);
  await transitionRecord(reporter, "evidence", "src-thrown", "trash", { reason: "Twice" });
  expect(await hints(reporter, seen.slug)).toEqual([]);
  await expect(listAlikeTexts(reporter, "src-thrown")).rejects.toMatchObject({ kind: "not_found" });
});

test("what every page of a site has is nobody's text", async () => {
  const banner = prose(50, 120);
  for (let page = 0; page < 8; page += 1)
    await itemWith(`src-page-${page}`, `${banner}\n${prose(60 + page, 90)}`, { publisher: "daily" });
  await itemWith("src-site", `${banner}\n${prose(70, 90)}`, { publisher: "daily" });
  await compareDueTexts();
  expect(await hints(reporter, "src-site")).toEqual([]);
  expect(await hints(reporter, "src-page-1")).toEqual([]);
});

test("confirmed, an item counts no more for itself: in a draft at once, in what is published by a proposal", async () => {
  const item = { evidence: "src-late", stance: "supports", derivation: "original", quote: "Said" };
  const stances = [item, { evidence: "src-story", stance: "supports", derivation: "original" }];
  const draft = await makeClaim(reporter, { stances });
  const published = await makeClaim(reporter, { stances, position: "denies" });
  for (const slug of ["src-late", "src-story"]) await publishRecord("evidence", slug);
  await publishRecord("claim", published.slug);
  const copy = { evidence: "src-late", source: "src-story" };
  expect(await listAlikeSources(reporter, published.id)).toEqual([
    { one: expect.any(String), other: expect.any(String) },
  ]);
  expect([...(await countAlikeSources(db, [draft.id, published.id])).values()]).toEqual([1, 1]);
  await setNotCopy(reporter, copy, true);
  expect([await listAlikeSources(reporter, draft.id), await countAlikeSources(db, [draft.id])]).toEqual([
    [],
    new Map(),
  ]);
  await setNotCopy(reporter, copy, false);
  expect(await countOriginalClaims(reporter, "src-late")).toBe(2);
  await expect(confirmDerived(manager, copy)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await confirmDerived(reporter, copy)).toEqual({ claims: 2, proposals: 1 });
  const [row] = (await findRecord(reporter, "claim", draft.slug)).input.stances;
  expect(row).toMatchObject({ ...item, derivation: "derived", origin: "agency" });
  expect(await listAlikeSources(reporter, draft.id)).toEqual([]);
  await expect(listAlikeSources(manager, published.id)).rejects.toMatchObject({ kind: "forbidden" });
  expect((await findRecord(reporter, "claim", published.slug)).input.stances[0]).toMatchObject(item);
  expect(await countOriginalClaims(reporter, "src-late")).toBe(1);
  await expect(confirmDerived(reporter, { evidence: "src-other-10", source: "src-story" })).rejects.toMatchObject({
    errors: { source: "validation.nothingOriginal" },
  });
});

test("who says that it is no copy is kept, and may take it back", async () => {
  const copy = { evidence: "src-half", source: "src-story" };
  await expect(setNotCopy(manager, copy, true)).rejects.toMatchObject({ kind: "forbidden" });
  await setNotCopy(editor, copy, true);
  await setNotCopy(reporter, { evidence: "src-story", source: "src-half" }, true);
  const found = async (slug: string) =>
    Object.fromEntries((await listAlikeTexts(reporter, slug)).map((one) => [one.slug, one.notCopyBy]));
  expect(await found("src-story")).toMatchObject({ "src-half": editor.name, "src-short": null });
  expect((await checkHistory()).problem).toBe(null);
  await setNotCopy(reporter, copy, false);
  expect(await found("src-half")).toMatchObject({ "src-story": null });
  expect((await checkHistory()).problem).toBe(null);
});

test("under a claim a text is its item's still when that item became another one", async () => {
  const text = prose(90);
  await itemWith("src-first", text, { publisher: "daily" });
  await itemWith("src-twice", text, { publisher: "weekly" });
  await makeEvidence(reporter, { slug: "src-stays", title: "On src-stays", publisher: "weekly" });
  await compareDueTexts();
  const link = (evidence: string) => ({ evidence, stance: "supports", derivation: "original" });
  const claim = await makeClaim(reporter, { stances: [link("src-first"), link("src-stays")] });
  for (const slug of ["src-first", "src-twice", "src-stays"]) await publishRecord("evidence", slug);
  expect(await listAlikeSources(reporter, claim.id)).toEqual([]);
  await makeMergeActors();
  await mergeRecords("evidence", "src-stays", "src-twice");
  const pairs = await listAlikeSources(reporter, claim.id);
  expect(pairs.map(({ one, other }) => [one, other].sort())).toEqual([["src-first", "src-stays"]]);
  expect([...(await countAlikeSources(db, [claim.id])).values()]).toEqual([1]);
});

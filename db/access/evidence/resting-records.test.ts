import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { transitionRecord } from "../workflow/transitions";
import { listWorkInDoubt, readItemInDoubt } from "./resting-records";

let [reporter, editor, manager] = [] as unknown as [Actor, Actor, Actor];
beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
});

const retract = async (slug: string) => {
  await transitionRecord(editor, "evidence", slug, "unpublish", { reason: "In doubt" });
  await transitionRecord(editor, "evidence", slug, "retract", {
    reason: "The publisher withdrew it",
    note: "Withdrawn",
  });
};
const item = async (published = false) => {
  const publisher = (await makeOrganization(reporter)).slug;
  if (published) await publishRecord("organization", publisher);
  const { slug } = await makeEvidence(reporter, { publisher });
  if (published) await publishRecord("evidence", slug);
  return slug;
};
const stance = (evidence: string, stance = "supports") => ({ evidence, stance, derivation: "original" });

test("an item that stands has nothing in doubt", async () => {
  const slug = await item();
  await makeClaim(reporter, { stances: [stance(slug)] });
  expect(await readItemInDoubt(editor, slug)).toBeNull();
});

test("what rests on a retracted item is listed with what is left of each without it", async () => {
  const [gone, other] = [await item(true), await item(true)];
  const both = await makeClaim(reporter, { stances: [stance(gone), stance(other)], valueNumber: 5 });
  const alone = await makeClaim(reporter, { stances: [stance(gone)] });
  const mentions = await makeClaim(reporter, { stances: [stance(gone, "mentions")] });
  const thrown = await makeClaim(reporter, { stances: [stance(gone)] });
  await transitionRecord(reporter, "claim", thrown.slug, "trash");
  const answer = await makeResponse(reporter, { evidence: [gone, other] });
  const event = await makeEvent(reporter, { evidence: [gone] });
  const coverage = await makeCoverage(reporter, { country: "MT", evidence: [gone, other] });
  const station = (await makeStation(reporter)).slug;
  await makeStatusReport(reporter, { station, status: "reported", asOf: "2022-01", evidence: other });
  const report = await makeStatusReport(reporter, {
    station,
    status: "reported_closed",
    asOf: "2022-05",
    evidence: gone,
  });
  const answered = await makeStatusReport(reporter, {
    status: "denied",
    asOf: "2022-06",
    evidence: gone,
    response: answer.slug,
  });
  await retract(gone);

  const found = await readItemInDoubt(reporter, gone);
  expect(found).toMatchObject({ isRetracted: true, contradictions: [], isMore: false });
  const of = Object.fromEntries(
    (found?.records ?? []).map(({ slug, grounds, left, word }) => [slug, { grounds, left, word }]),
  );
  expect(of).toEqual({
    [both.slug]: { grounds: 2, left: 1, word: { now: "corroborated", after: "single_source" } },
    [alone.slug]: { grounds: 1, left: 0, word: { now: "single_source", after: "unassessed" } },
    [answer.slug]: { grounds: 2, left: 1, word: null },
    [event.slug]: { grounds: 1, left: 0, word: null },
    [coverage.slug]: { grounds: 2, left: 1, word: null },
    [report.slug]: { grounds: 1, left: 0, word: { now: "reported_closed", after: "reported" } },
    [answered.slug]: { grounds: 2, left: 1, word: { now: "denied", after: "denied" } },
  });
  expect(of).not.toHaveProperty(mentions.slug);

  const { onRetracted } = await listWorkInDoubt(reporter);
  const listed = onRetracted.records.filter((record) => record.gone.includes(gone)).map(({ slug }) => slug);
  expect(listed.sort()).toEqual(Object.keys(of).sort());
});

test("figures are counted of what readers have alone", async () => {
  // The authority of the claims' country has been heard.
  await makePublishedStation(reporter);
  const gone = await item(true);
  const [out, draft] = [
    await makeClaim(reporter, { stances: [stance(gone)], valueNumber: 36 }),
    await makeClaim(reporter, { stances: [stance(gone)], valueNumber: 7 }),
  ];
  await publishRecord("claim", out.slug);
  await retract(gone);
  const found = await readItemInDoubt(editor, gone);
  expect(found?.figures).toEqual({ claimed: 1, status: 0, responses: 0 });
  expect(found?.records.map(({ slug }) => slug).sort()).toEqual([out.slug, draft.slug].sort());
});

test("an item that another one contradicts is in doubt; assessed as contested the claim is no work", async () => {
  const [supports, contradicts] = [await item(), await item()];
  const stances = [stance(supports), stance(contradicts, "contradicts")];
  const unsaid = await makeClaim(reporter, { stances, assessment: "single_source" });
  const said = await makeClaim(reporter, {
    stances: [stance(supports), stance(contradicts, "retracts")],
    assessment: "contested",
  });
  const found = await readItemInDoubt(editor, supports);
  expect(found?.isRetracted).toBe(false);
  expect(found?.contradictions.map(({ claim, by }) => [claim.slug, by.slug])).toEqual(
    [unsaid.slug, said.slug].sort().map((slug) => [slug, contradicts]),
  );
  const work = (await listWorkInDoubt(editor)).contradicted.map(({ slug }) => slug);
  expect(work).toContain(unsaid.slug);
  expect(work).not.toContain(said.slug);
});

test("what contradicts and was itself retracted puts nothing in doubt", async () => {
  const [supports, contradicts] = [await item(), await item(true)];
  await makeClaim(reporter, { stances: [stance(supports), stance(contradicts, "contradicts")] });
  await retract(contradicts);
  expect(await readItemInDoubt(editor, supports)).toBeNull();
});

test("who reads published records alone is told nothing of it", async () => {
  const gone = await item(true);
  await retract(gone);
  await expect(readItemInDoubt(manager, gone)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listWorkInDoubt(manager)).rejects.toMatchObject({ kind: "forbidden" });
});

import { expect, test } from "vitest";
import type { RecordKind } from "@/lib/records/editorial";
import type { GateWarning } from "@/lib/workflow/gate";
import { db } from "../../client";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeReplyRequest,
  makeResponse,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { gateOutcomesOf } from "./checklists";
import { transitionRecord } from "./transitions";

const desk = await makeActor("editor");
const warned = async (kind: RecordKind, { id }: { id: string }) =>
  (await gateOutcomesOf(db, kind, [id])).get(id)?.warnings;

async function sourceOf(overrides: Record<string, unknown> = {}, publisher: Record<string, unknown> = {}) {
  const { slug } = await makeOrganization(desk, publisher);
  await publishRecord("organization", slug);
  const item = await makeEvidence(desk, { publisher: slug, ...overrides });
  await publishRecord("evidence", item.slug);
  return item.slug;
}
const original = (evidence: string) => ({ evidence, derivation: "original" });

test("a claim without an original, with one, and with two independent ones", async () => {
  const [one, other] = [await sourceOf(), await sourceOf()];
  expect(await warned("claim", await makeClaim(desk))).toEqual(["no_independent_source"]);
  expect(await warned("claim", await makeClaim(desk, { stances: [original(one)] }))).toEqual(["single_source"]);
  expect(await warned("claim", await makeClaim(desk, { stances: [original(one), original(other)] }))).toEqual([]);
});

test("a source that is not published does not count, and neither does what contradicts", async () => {
  const draft = await makeEvidence(desk, { publisher: (await makeOrganization(desk)).slug });
  const against = { ...original(await sourceOf()), stance: "contradicts" };
  const claim = await makeClaim(desk, { stances: [original(draft.slug), against] });
  expect(await warned("claim", claim)).toEqual(["no_independent_source"]);
});

test("a publisher graded D or E is warned of, and one that can't be judged is not", async () => {
  for (const [reliability, warnings] of [
    ["D", ["weak_source"]],
    ["E", ["weak_source"]],
    ["F", []],
    ["A", []],
  ] as const) {
    const stances = [original(await sourceOf({}, { reliability })), original(await sourceOf())];
    expect(await warned("claim", await makeClaim(desk, { stances })), reliability).toEqual(warnings);
  }
});

test("a quote says where it stands", async () => {
  const [one, other] = [await sourceOf(), await sourceOf()];
  const quoting = (locator: string | null) =>
    makeClaim(desk, { stances: [{ ...original(one), quote: "Two stations", locator }, original(other)] });
  expect(await warned("claim", await quoting(null))).toEqual(["quote_not_located"]);
  expect(await warned("claim", await quoting("p. 12"))).toEqual([]);
});

test("a person who is named is thought about twice", async () => {
  const stances = [original(await sourceOf()), original(await sourceOf())];
  expect(await warned("claim", await makeClaim(desk, { spokesperson: "A. Nyman", stances }))).toEqual([
    "names_person",
  ]);
  expect(await warned("response", await makeResponse(desk, { officialName: "A. Nyman" }))).toEqual(["names_person"]);
  expect(await warned("response", await makeResponse(desk))).toEqual([]);
});

test("a slip of a date or a place is warned of, and has to be ticked", async () => {
  const place = { latitude: 4.89, longitude: 52.37, locationPrecision: "city" };
  expect(await warned("station", await makeStation(desk, place))).toContain("place_swapped");
  expect(await warned("station", await makeStation(desk, { ...place, latitude: 0, longitude: 0 }))).toContain(
    "place_at_zero",
  );
  const old = await makeEvidence(desk, { published: "1922-10-26" });
  expect(await warned("evidence", old)).toEqual(["far_past"]);
  expect(await warned("reply_request", await makeReplyRequest(desk, { sentOn: "1922-11-03" }))).toEqual(["far_past"]);
  const stances = [original(await sourceOf()), original(await sourceOf())];
  const speaking = async (period: string) =>
    warned("claim", await makeClaim(desk, { stances, asserted: "2022-12", period }));
  expect([await speaking("2016/2018"), await speaking("2016/2108")]).toEqual([[], ["speaks_ahead"]]);
  const editor = await makeActor("editor");
  for (const step of ["submit", "approve"] as const) await transitionRecord(editor, "evidence", old.slug, step);
  const publish = (ticked: readonly GateWarning[]) =>
    transitionRecord(editor, "evidence", old.slug, "publish", { ticked });
  await expect(publish([])).rejects.toMatchObject({ errors: { ticked: "validation.tickWarnings" } });
  await publish(["far_past"]);
});

test("a station is as independent as all the claims about it together", async () => {
  const station = await makeStation(desk);
  expect(await warned("station", station)).toEqual(["no_independent_source"]);
  await makeClaim(desk, { station: station.slug, stances: [original(await sourceOf())] });
  expect(await warned("station", station)).toEqual(["single_source"]);
  await makeClaim(desk, { station: station.slug, stances: [original(await sourceOf())] });
  expect(await warned("station", station)).toEqual([]);
});

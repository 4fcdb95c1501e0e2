import { expect, test } from "vitest";
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
import { watchStatements } from "../../testing/plans";
import { listRecordNames } from "../records/record-names";
import { readWorkflowStatus } from "../workflow/workflow-status";
import { findOrganization } from "./organization-file";
import { countOrganizations, listOrganizations, recordOrganization, reviseOrganization } from "./organizations";

const just = <T extends string>(...any: T[]) => ({ any, without: [] });

test("an organization's file holds what it published, claimed, relayed, answered, operates and was asked", async () => {
  const desk = await makeActor("reporter");
  const { slug } = await makeOrganization(desk, { kind: "embassy", name: "The Embassy" });
  const source = await makeEvidence(desk, { publisher: slug });
  const claim = await makeClaim(desk, { claimants: [slug] });
  const relayed = await makeClaim(desk, { relayedBy: slug });
  const answer = await makeResponse(desk, { authority: slug });
  const station = await makeStation(desk, { operator: slug });
  await makeReplyRequest(desk, { respondent: slug });
  expect(await findOrganization(desk, slug)).toMatchObject({
    published: { total: 1, items: [{ slug: source.slug }] },
    claimed: { total: 1, items: [{ slug: claim.slug }] },
    relayed: { total: 1, items: [{ slug: relayed.slug }] },
    answered: { total: 1, items: [{ slug: answer.slug }] },
    operated: { total: 1, items: [{ slug: station.slug, status: "unknown" }] },
    asked: [{ sentOn: "2022-11-03", response: null }],
  });
  const { items } = await listOrganizations(desk, { q: "embassy" });
  expect(items).toMatchObject([{ slug, published: 1, claimed: 1, answered: 1 }]);
});

test("an organization of very many is kept until something is written, and to each role what that role may see", async () => {
  const [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { slug } = await makeOrganization(desk);
  await publishRecord("organization", slug);
  const item = await makeEvidence(desk, { publisher: slug });
  await publishRecord("evidence", item.slug);
  await makeEvidence(desk, { publisher: slug });
  const [plain, ofManager] = [await findOrganization(desk, slug), await findOrganization(manager, slug)];
  expect([plain.published.total, ofManager.published.total]).toEqual([2, 1]);
  // The first visit finds out that it is large, the second keeps it.
  for (let visit = 1; visit <= 3; visit += 1) {
    expect(await findOrganization(desk, slug, 1)).toEqual(plain);
    expect(await findOrganization(manager, slug, 1)).toEqual(ofManager);
  }
  const { statements } = await watchStatements(() => findOrganization(desk, slug, 1));
  expect(statements).toHaveLength(2);
  await makeEvidence(desk, { publisher: slug });
  const totals = async () => [await findOrganization(desk, slug, 1), await findOrganization(manager, slug, 1)];
  expect((await totals()).map(({ published }) => published.total)).toEqual([3, 1]);
});

test("F is a grade of its own and not graded is none", async () => {
  const [desk, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const { input } = await makeOrganization(desk, { kind: "court" });
  const { slug } = await recordOrganization(editor, { input: { ...input, name: "Ungraspable", reliability: "F" } });
  const found = async (reliability: "F" | "none") =>
    (await listOrganizations(desk, { kind: just("court"), reliability: just(reliability) })).items.length;
  expect([await found("F"), await found("none")]).toEqual([1, 1]);
  const facets = await countOrganizations(desk, { kind: just("court") });
  expect(facets.reliability.map(({ value }) => value).sort()).toEqual(["F", "none"]);
  const graded = { ...input, name: "Ungraspable", reliability: "B" as const };
  const attempt = reviseOrganization(desk, { slug, basedOn: 1, input: graded });
  await expect(attempt).rejects.toThrow("A reporter may not grade an organization.");
  await reviseOrganization(editor, { slug, basedOn: 1, input: graded });
});

test("pages of organizations follow each other by name", async () => {
  const desk = await makeActor("reporter");
  for (const name of ["C", "A", "B", "A"]) await makeOrganization(desk, { name, kind: "association" });
  const first = await listOrganizations(desk, { kind: just("association"), limit: 2 });
  const second = await listOrganizations(desk, { kind: just("association"), limit: 2, after: first.next });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["A", "A", "B", "C"]);
  expect([first.total, second.next]).toEqual([4, null]);
});

test("a record's workflow status has its gate and history for the desk, neither for a manager", async () => {
  const [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { slug } = await makeOrganization(desk, { name: "Standing" });
  expect(await readWorkflowStatus(desk, "organization", slug)).toMatchObject({
    state: "draft",
    isOwnWork: true,
    checkedBy: null,
    gate: [{ standing: "blocks", key: "one_person" }],
    history: [{ version: 1, author: desk.name }],
  });
  await expect(readWorkflowStatus(manager, "organization", slug)).rejects.toMatchObject({ kind: "not_found" });
  expect(await listRecordNames(manager, { organization: [slug] })).toEqual({});
  await publishRecord("organization", slug);
  expect(await readWorkflowStatus(manager, "organization", slug)).toMatchObject({
    state: "published",
    gate: [],
    history: [],
  });
  expect(await listRecordNames(manager, { organization: [slug, null] })).toEqual({ [slug]: "Standing" });
});

import { expect, test } from "vitest";
import { makeActor, makeOrganization, publishRecord } from "../../testing/make";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { listRevisions } from "../revisions";
import { findProposal } from "../workflow/proposal-file";
import { transitionRecord } from "../workflow/transitions";
import { eraseContent } from "./erasures";
import { findRecordHistory, findVersions } from "./record-history";
import { restoreVersion } from "./restoring";
import { findRevision } from "./revision-file";

async function withTwoVersions() {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const { id, slug, input } = await makeOrganization(reporter, { name: "Police bureau of 福州" });
  await reviseOne(reporter, "organization", {
    slug,
    basedOn: 1,
    input: { ...input, note: "changed", country: "CN" },
  });
  return { reporter, admin, id, slug, input };
}

test("the history shows each version's transition, state and author, and gives the content of any two", async () => {
  const { reporter, slug, input } = await withTwoVersions();
  await transitionRecord(reporter, "organization", slug, "submit");
  const history = await findRecordHistory(reporter, "organization", slug);
  expect(history).toMatchObject({
    title: "Police bureau of 福州",
    state: "in_review",
    version: 3,
    total: 3,
    next: null,
  });
  expect(history.items.map(({ version, action, state, author }) => [version, action, state, author])).toEqual([
    [3, "organization.submit", "in_review", reporter.name],
    [2, "organization.revise", "draft", reporter.name],
    [1, "organization.record", "draft", reporter.name],
  ]);
  expect((await findRecordHistory(reporter, "organization", slug, 3)).items).toHaveLength(2);
  const versions = await findVersions(reporter, "organization", slug, [1, 2, 99]);
  expect([...versions.keys()].sort()).toEqual([1, 2]);
  expect(versions.get(1)?.snapshot).toMatchObject(input);
});

test("a revision is found by its hash or twelve digits of it, with its neighbours", async () => {
  const { reporter, id } = await withTwoVersions();
  const [second, first] = await listRevisions(reporter, "organization", id);
  const digits = (second?.hash ?? "").slice("sha256:".length);
  for (const address of [second?.hash ?? "", digits, digits.slice(0, 12), digits.toUpperCase()]) {
    const file = await findRevision(reporter, address);
    expect(file).toMatchObject({ version: 2, record: { version: 2 }, previous: { hash: first?.hash }, next: null });
    expect(file.snapshot).toMatchObject({ note: "changed" });
  }
  for (const address of [digits.slice(0, 11), "no hash", `${"0".repeat(12)}`, "sha256:"]) {
    await expect(findRevision(reporter, address)).rejects.toMatchObject({ kind: "not_found" });
  }
});

test("an earlier version of a draft comes back as a new revision, with its reason", async () => {
  const { reporter, slug, input } = await withTwoVersions();
  const restored = { slug, version: 1, basedOn: 2, reason: "The first was right." };
  expect(await restoreVersion(reporter, "organization", restored)).toBeNull();
  expect(await findRecord(reporter, "organization", slug)).toMatchObject({ version: 3, input });
  const stale = restoreVersion(reporter, "organization", restored);
  await expect(stale).rejects.toMatchObject({ detail: { key: "changedSinceRead" } });
  const silent = restoreVersion(reporter, "organization", { ...restored, basedOn: 3, reason: " " });
  await expect(silent).rejects.toMatchObject({ errors: { reason: "validation.reasonRequired" } });
});

test("an earlier version of a published record comes back as a proposal, and the record stays as it is", async () => {
  const { reporter, slug } = await withTwoVersions();
  await publishRecord("organization", slug);
  const before = await findRecord(reporter, "organization", slug);
  const restored = { slug, version: 1, basedOn: before.version, reason: "The first was right." };
  const proposal = await restoreVersion(reporter, "organization", restored);
  expect(await findRecord(reporter, "organization", slug)).toEqual(before);
  expect(await findProposal(reporter, proposal ?? "")).toMatchObject({
    proposal: { reason: "The first was right." },
  });
});

test("an erased record's history is its tombstone and who did what", async () => {
  const { reporter, admin, slug, id } = await withTwoVersions();
  const [second] = await listRevisions(reporter, "organization", id);
  await eraseContent(admin, "organization", { slug, scope: "record", reason: "A court ordered it." });
  const history = await findRecordHistory(reporter, "organization", slug);
  expect(history).toMatchObject({ state: null, total: 3 });
  expect(history.items[1]?.erased).toMatchObject({ by: admin.name, reason: "A court ordered it." });
  expect(await findVersions(reporter, "organization", slug, [1])).toEqual(new Map());
  expect(await findRevision(reporter, second?.hash ?? "")).toMatchObject({ record: null, snapshot: {} });
});

test("a manager does not read the history", async () => {
  const { slug } = await withTwoVersions();
  const manager = await makeActor("manager");
  await expect(findRecordHistory(manager, "organization", slug)).rejects.toThrow(
    "A manager may not read the history.",
  );
});

import { expect, test } from "vitest";
import { stationInput } from "@/lib/records/station";
import {
  makeActor,
  makeOrganization,
  makePublishedStation,
  makeStation,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { transitionRecord } from "../workflow/transitions";
import { findStation, recordStation, reviseStation } from "./stations";

const input = stationInput.parse({
  name: "Amsterdam",
  kind: "overseas_police_service_station",
  country: "NL",
  city: "Amsterdam",
  firstReported: "2022-09-12",
});

test("a new station is named after its country and its city, and a second one gets a number", async () => {
  const reporter = await makeActor("reporter");
  expect(await recordStation(reporter, { input })).toMatchObject({ slug: "nl-amsterdam", version: 1 });
  const second = await recordStation(reporter, { input, distinctFrom: ["nl-amsterdam"] });
  expect(second.slug).toBe("nl-amsterdam-2");
});

test("a station is found with its operator, its dates as typed and the person who wrote it", async () => {
  const reporter = await makeActor("reporter");
  const operator = await makeOrganization(reporter, { name: "Fuzhou police bureau", kind: "police_bureau" });
  const { slug } = await makeStation(reporter, { operator: operator.slug, firstReported: "2022-09~" });
  expect(await findStation(reporter, slug)).toMatchObject({
    operator: { slug: operator.slug, name: "Fuzhou police bureau" },
    firstReported: { edtf: "2022-09~", from: "2022-09-01", to: "2022-09-30" },
    status: "unknown",
    writtenBy: reporter.name,
    approvedBy: null,
  });
});

test("a draft is not there for a manager, and a published station comes without what is still a draft", async () => {
  const [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const draft = await makeStation(reporter);
  await expect(findStation(manager, draft.slug)).rejects.toMatchObject({ kind: "not_found" });
  const operator = await makeOrganization(reporter);
  await publishRecord("organization", operator.slug);
  const { station } = await makePublishedStation(reporter, { operator: operator.slug });
  await unpublish("organization", operator.slug);
  expect((await findStation(manager, station.slug)).operator).toBeNull();
  await transitionRecord(await makeActor("editor"), "organization", operator.slug, "reopen", {
    reason: "It was right",
  });
  await publishRecord("organization", operator.slug);
  expect((await findStation(manager, station.slug)).operator?.slug).toBe(operator.slug);
});

test("a revision from an old version is a conflict that brings the stored one", async () => {
  const [one, other] = [await makeActor("reporter"), await makeActor("editor")];
  const { slug } = await recordStation(one, { input, distinctFrom: ["nl-amsterdam", "nl-amsterdam-2"] });
  await reviseStation(other, { slug, basedOn: 1, input: { ...input, city: "Amstelveen" } });
  await expect(reviseStation(one, { slug, basedOn: 1, input: { ...input, note: "late" } })).rejects.toMatchObject({
    kind: "conflict",
    conflict: { version: 2, current: { city: "Amstelveen" } },
  });
});

test("a manager may not record or revise a station", async () => {
  const manager = await makeActor("manager");
  const refused = "A manager may not record a station.";
  await expect(recordStation(manager, { input })).rejects.toThrow(refused);
  await expect(reviseStation(manager, { slug: "nl-amsterdam", basedOn: 1, input })).rejects.toThrow(refused);
});

import { expect, test } from "vitest";
import { eventInput } from "@/lib/records/event";
import { makeActor } from "../../testing/make";
import { recordEvent } from "../events/events";
import { findRecord } from "../records/record-snapshot";
import { listRevisions } from "../revisions";
import { recordingAndSubmitting } from "./record-and-submit";

const recordAndSubmit = recordingAndSubmitting("event", recordEvent);
const input = eventInput.parse({ title: "A motion is announced", kind: "publication" });

test("what is recorded and handed in has both revisions; what is refused has none", async () => {
  const reporter = await makeActor("reporter");
  const { slug, version } = await recordAndSubmit(reporter, { input });
  const record = await findRecord(reporter, "event", slug);
  expect([version, record.version, record.state]).toEqual([2, 2, "in_review"]);
  const actions = (await listRevisions(reporter, "event", record.id)).map(({ action }) => action);
  expect(actions).toEqual(["event.submit", "event.record"]);
  await expect(recordAndSubmit(await makeActor("manager"), { input })).rejects.toThrow("A manager may not");
});

import { expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence, makeStation, publishRecord } from "../../testing/make";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { transitionRecord } from "../workflow/transitions";
import { endWaiver, findWaiver, waiveReply } from "./waivers";

/** An approved station with a published source, about which nobody accused was heard. */
async function unheard(reporter: Actor, editor: Actor) {
  const station = await makeStation(reporter);
  const { slug } = await makeEvidence(reporter, { stations: [station.slug] });
  await publishRecord("evidence", slug);
  await transitionRecord(editor, "station", station.slug, "submit");
  await transitionRecord(editor, "station", station.slug, "approve");
  return station;
}
const people = async () => [await makeActor("reporter"), await makeActor("editor")] as const;
const REASON = "No authority can be named.";

test("a waiver opens the gate, and is warned of by itself", async () => {
  const [reporter, editor] = await people();
  const { slug, id } = await unheard(reporter, editor);
  const publishing = (ticked: Parameters<typeof transitionRecord>[4]) =>
    transitionRecord(editor, "station", slug, "publish", ticked);
  await expect(publishing({ ticked: "all" })).rejects.toMatchObject({ detail: { values: { reason: "no_answer" } } });
  await waiveReply(editor, "station", slug, REASON);
  expect((await findRecord(reporter, "station", slug)).state).toBe("approved");
  expect(await findWaiver(reporter, "station", id)).toMatchObject({ reason: REASON, grantedBy: editor.name });
  await expect(findWaiver(await makeActor("manager"), "station", id)).rejects.toThrow(
    "A manager may not read drafts.",
  );
  await expect(publishing({ ticked: ["no_independent_source"] })).rejects.toMatchObject({
    errors: { ticked: "validation.tickWarnings" },
  });
  await publishing({ ticked: ["no_independent_source", "answer_waived"] });
});

test("a waiver that was ended shuts the gate again, and another may be granted", async () => {
  const [reporter, editor] = await people();
  const { slug, id } = await unheard(reporter, editor);
  await waiveReply(editor, "station", slug, REASON);
  await endWaiver(editor, "station", slug, "The ministry can be asked after all.");
  await endWaiver(editor, "station", slug, null);
  expect(await findWaiver(reporter, "station", id)).toBeNull();
  const publishing = () => transitionRecord(editor, "station", slug, "publish", { ticked: "all" });
  await expect(publishing()).rejects.toMatchObject({ detail: { values: { reason: "no_answer" } } });
  await waiveReply(editor, "station", slug, REASON);
  await publishing();
});

test("nobody waives the reply to what they wrote, and nobody without a reason", async () => {
  const [reporter, editor] = await people();
  const own = await makeStation(editor);
  await expect(waiveReply(editor, "station", own.slug, REASON)).rejects.toMatchObject({ detail: { key: "ownWork" } });
  const { slug } = await makeStation(reporter);
  await expect(waiveReply(editor, "station", slug, "  ")).rejects.toMatchObject({
    errors: { reason: "validation.reasonRequired" },
  });
  await expect(waiveReply(reporter, "station", slug, REASON)).rejects.toThrow("A reporter may not waive a reply.");
});

test("the waiver of somebody who wrote in the record afterwards counts for nothing", async () => {
  const [reporter, editor] = await people();
  const { slug, input } = await unheard(reporter, editor);
  await waiveReply(editor, "station", slug, REASON);
  const { version } = await findRecord(editor, "station", slug);
  await reviseOne(editor, "station", { slug, basedOn: version, input: { ...input, note: "Mine" } });
  const other = await makeActor("editor");
  for (const step of ["submit", "approve"] as const) await transitionRecord(other, "station", slug, step);
  const publishing = transitionRecord(other, "station", slug, "publish", { ticked: "all" });
  await expect(publishing).rejects.toMatchObject({ detail: { values: { reason: "no_answer" } } });
});

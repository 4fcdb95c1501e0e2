import { expect, test } from "vitest";
import { parseEdtf } from "@/lib/dates/edtf";
import { decodeTimelineData } from "@/lib/timeline/timeline-data";
import { db } from "../../client";
import { people } from "../../schema";
import { makeActor } from "../../testing/make";
import { makeTimelineRows } from "../../testing/timeline-rows";
import { readTimelineData } from "./timeline";

test("ten thousand rows are dated as their texts say, and travel in few bytes", async () => {
  const editor = await makeActor("editor");
  const [{ email } = { email: "" }] = await db.select({ email: people.email }).from(people);
  await makeTimelineRows(email, 10_000);
  const timelineData = await readTimelineData(editor, {});
  expect(timelineData.total).toBe(10_000);
  const entries = decodeTimelineData(timelineData);
  expect(entries).toHaveLength(10_000);
  for (const { date } of entries) expect(parseEdtf(date.edtf)).toEqual(date);
  const { title: _title, ...bare } = timelineData;
  expect(JSON.stringify(bare).length / 10_000).toBeLessThan(40);
});

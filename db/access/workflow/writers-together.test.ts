import { expect, test } from "vitest";
import { writeTogether } from "../../testing/many-writers";

test("what eight people write at once is all there, in one whole chain", async () => {
  const { times, failures, broken, gaps } = await writeTogether(8, 200);
  expect(failures).toEqual([]);
  expect(times).toHaveLength(200);
  expect([broken, gaps]).toEqual([null, 0]);
});

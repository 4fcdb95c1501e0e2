import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDesk, type SequenceDesk } from "../../testing/sequences/sequence-pool";
import { brokenLink, runSequences } from "../../testing/sequences/sequence-run";

const WANTED = Math.ceil(Number(process.env.SEQUENCES ?? 1000) / 2);
let desk: SequenceDesk;

beforeAll(async () => {
  desk = await makeDesk();
});
afterAll(async () => {
  expect(await brokenLink()).toBeNull();
});

test("steps that are taken at the same moment break no rule either", { timeout: 900_000 }, async () => {
  const tally = await runSequences(desk, { wanted: WANTED, lanes: 1, inOrder: false });
  console.log(`${tally.sequences} sequences at once: ${tally.done} steps done, ${tally.refused} refused`);
  expect(tally.sequences).toBeGreaterThanOrEqual(WANTED);
  expect(tally.done).toBeGreaterThan(WANTED);
  expect(tally.refused).toBeGreaterThan(WANTED);
});

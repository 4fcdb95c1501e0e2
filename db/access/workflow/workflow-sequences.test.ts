import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDesk, type SequenceDesk } from "../../testing/sequences/sequence-pool";
import { actionsTaken, brokenLink, runSequences } from "../../testing/sequences/sequence-run";

/** `npm test` and `npm run sequences` walk ten thousand, half of them here; the unit tests alone fewer. */
const WANTED = Math.ceil(Number(process.env.SEQUENCES ?? 400) / 2);
/** Steps that lie many others deep: without them the sequences would prove little. */
const REACHED = [
  "station.publish",
  "claim.publish",
  "status_report.publish",
  "evidence.apply",
  "station.correct",
  "organization.retract",
  "evidence.restore",
  "proposal.reject",
  "proposal.withdraw",
  "waiver.end",
];
let desk: SequenceDesk;

beforeAll(async () => {
  desk = await makeDesk();
});
afterAll(async () => {
  expect(await brokenLink()).toBeNull();
});

test("no sequence of steps breaks a rule of the newsroom, whoever takes them", { timeout: 900_000 }, async () => {
  const tally = await runSequences(desk, { wanted: WANTED, lanes: 4, inOrder: true });
  console.log(`${tally.sequences} sequences: ${tally.done} steps done, ${tally.refused} refused`);
  expect(tally.sequences).toBeGreaterThanOrEqual(WANTED);
  expect(tally.done).toBeGreaterThan(WANTED);
  expect(tally.refused).toBeGreaterThan(WANTED);
  // Fewer would come to the rare ones by luck alone.
  if (WANTED >= 5000) expect(await actionsTaken()).toEqual(expect.arrayContaining(REACHED));
});

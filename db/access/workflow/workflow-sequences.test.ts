import { afterAll, beforeAll, expect, test } from "vitest";
import { PROPOSAL_TRANSITION_NAMES, TRANSITION_NAMES } from "@/lib/workflow/workflow";
import { makeDesk, POOL_KINDS, type SequenceDesk } from "../../testing/sequences/sequence-pool";
import { actionsTaken, brokenLink, runSequences } from "../../testing/sequences/sequence-run";

/** `npm test` walks one thousand here, and half as many at once; `npm run sequences` ten thousand others. */
const WANTED = Math.ceil(Number(process.env.SEQUENCES ?? 2000) / 2);
/** Everything that can become of a record, of what is proposed on it and of a waiver. */
const REACHED = [
  ...POOL_KINDS.flatMap((kind) =>
    ["record", "revise", ...TRANSITION_NAMES, "apply", "correct"].map((verb) => `${kind}.${verb}`),
  ),
  ...["open", "revise", ...PROPOSAL_TRANSITION_NAMES].map((verb) => `proposal.${verb}`),
  ...["waiver.grant", "waiver.end"],
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
  const taken = await actionsTaken();
  if (WANTED >= 1000) expect(REACHED.filter((action) => !taken.includes(action))).toEqual([]);
});

/** Why a record may not be published yet. Each is a key of the `gate` catalogue. */
export const GATE_REASONS = ["no_source", "no_answer", "one_person", "rests_on_unpublished"] as const;
export type GateReason = (typeof GATE_REASONS)[number];

export type GateFacts = {
  /** Items of evidence that the record rests on. */
  readonly sources: number;
  /** True for a station, and for a claim that accuses: the authority concerned has to have been heard. */
  readonly accuses: boolean;
  /** Above 0 when an official response on file answers it, or a reply request's deadline has passed. */
  readonly answers: number;
  /** Records that it stands on (its station, say) that are not published themselves. */
  readonly unpublished: number;
  /** Different people who wrote and approved it. */
  readonly people: number;
};

/** The checklist before publication (rules 5 and 7): empty when nothing blocks. */
export function gateReasons(facts: GateFacts): GateReason[] {
  const reasons: GateReason[] = [];
  if (facts.sources === 0) reasons.push("no_source");
  if (facts.accuses && facts.answers === 0) reasons.push("no_answer");
  if (facts.unpublished > 0) reasons.push("rests_on_unpublished");
  if (facts.people < 2) reasons.push("one_person");
  return reasons;
}

/** Why a record may not be published yet. Each is a key of the `gate` catalogue. */
export const GATE_REASONS = [
  "no_source",
  "no_answer",
  "one_person",
  "rests_on_unpublished",
  "no_public_precision",
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

/** What does not keep a record from being published, but has to be ticked by whoever publishes it. */
export const GATE_WARNINGS = [
  "no_independent_source",
  "single_source",
  "weak_source",
  "quote_not_located",
  "names_person",
  "answer_waived",
  "precise_location",
] as const;
export type GateWarning = (typeof GATE_WARNINGS)[number];

export type GateFacts = {
  /** Items of evidence that the record rests on. */
  readonly sources: number;
  /** True for a station, and for a claim that accuses: the authority concerned has to have been heard. */
  readonly accuses: boolean;
  /** Above 0 when an official response on file answers it, or a reply request's deadline has passed. */
  readonly answers: number;
  /** True when an editor decided, with a reason, to publish without an answer. */
  readonly waived?: boolean;
  /** Records that it stands on (its station, say) that are not published themselves. */
  readonly unpublished: number;
  /** Different people who wrote and approved it. */
  readonly people: number;
  /** True for a place that is known more closely than its city, and for which nobody has decided how close it leaves the desk. */
  readonly placeUndecided?: boolean;
};

/** The checklist before publication (rules 5 and 7): empty when nothing blocks. */
export function gateReasons(facts: GateFacts): GateReason[] {
  const reasons: GateReason[] = [];
  if (facts.sources === 0) reasons.push("no_source");
  if (facts.accuses && facts.answers === 0 && !facts.waived) reasons.push("no_answer");
  if (facts.unpublished > 0) reasons.push("rests_on_unpublished");
  if (facts.placeUndecided) reasons.push("no_public_precision");
  if (facts.people < 2) reasons.push("one_person");
  return reasons;
}

export type GateCautions = {
  /** Independent sources under it; null where they are not counted (an event, say). */
  readonly independent: number | null;
  /** Published items under it whose publisher is graded D or E. */
  readonly weakSources: number;
  /** Quotes that do not say where in their item they stand. */
  readonly unlocatedQuotes: number;
  /** Fields that name a person. */
  readonly namedPersons: number;
  /** True when it rests on an editor's waiver and on no answer. */
  readonly waived: boolean;
  /** True when the place leaves the desk more closely than its city. */
  readonly precise: boolean;
};

/** What whoever publishes has to tick, in the order of the checklist. */
export function gateWarnings(cautions: GateCautions): GateWarning[] {
  const warnings: GateWarning[] = [];
  if (cautions.independent === 0) warnings.push("no_independent_source");
  if (cautions.independent === 1) warnings.push("single_source");
  if (cautions.weakSources > 0) warnings.push("weak_source");
  if (cautions.unlocatedQuotes > 0) warnings.push("quote_not_located");
  if (cautions.namedPersons > 0) warnings.push("names_person");
  if (cautions.waived) warnings.push("answer_waived");
  if (cautions.precise) warnings.push("precise_location");
  return warnings;
}

/** One line of the checklist: an item that is met, or what is wrong with it. `count` is what was counted, if anything. */
export type GateLine =
  | { readonly standing: "met"; readonly key: GateMet; readonly count?: number }
  | { readonly standing: "blocks"; readonly key: GateReason; readonly count?: number }
  | { readonly standing: "warns"; readonly key: GateWarning; readonly count?: number };

const GATE_MET = ["sources", "independent", "quotes", "answer", "basis", "persons", "place", "hands"] as const;
type GateMet = (typeof GATE_MET)[number];

/** The whole checklist, as the page shows it before the button: what blocks first, then what warns, then what is met. */
export function checklist(facts: GateFacts, cautions: GateCautions): GateLine[] {
  const blocks = gateReasons(facts);
  const warns = gateWarnings(cautions);
  const counts: Partial<Record<GateReason | GateWarning, number>> = {
    rests_on_unpublished: facts.unpublished,
    weak_source: cautions.weakSources,
    quote_not_located: cautions.unlocatedQuotes,
    names_person: cautions.namedPersons,
  };
  const spoilt = (...keys: (GateReason | GateWarning)[]) =>
    keys.some((key) => (blocks as string[]).includes(key) || (warns as string[]).includes(key));
  const met: GateLine[] = [
    ...(spoilt("no_source") ? [] : [{ standing: "met", key: "sources", count: facts.sources } as const]),
    ...(cautions.independent === null || spoilt("no_independent_source", "single_source")
      ? []
      : [{ standing: "met", key: "independent", count: cautions.independent } as const]),
    ...(spoilt("quote_not_located") ? [] : [{ standing: "met", key: "quotes" } as const]),
    ...(!facts.accuses || spoilt("no_answer", "answer_waived")
      ? []
      : [{ standing: "met", key: "answer", count: facts.answers } as const]),
    ...(spoilt("rests_on_unpublished") ? [] : [{ standing: "met", key: "basis" } as const]),
    ...(spoilt("names_person") ? [] : [{ standing: "met", key: "persons" } as const]),
    ...(spoilt("no_public_precision", "precise_location") ? [] : [{ standing: "met", key: "place" } as const]),
    ...(spoilt("one_person") ? [] : [{ standing: "met", key: "hands" } as const]),
  ];
  return [
    ...blocks.map((key) => ({ standing: "blocks", key, count: counts[key] }) as const),
    ...warns.map((key) => ({ standing: "warns", key, count: counts[key] }) as const),
    ...met,
  ];
}

export const blocksIn = (lines: readonly GateLine[]): GateReason[] =>
  lines.flatMap((line) => (line.standing === "blocks" ? [line.key] : []));
export const warningsIn = (lines: readonly GateLine[]): GateWarning[] =>
  lines.flatMap((line) => (line.standing === "warns" ? [line.key] : []));

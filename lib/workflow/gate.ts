import type { RecordKind } from "../records/editorial";
import { CAUTIONS, type Caution } from "../records/plausibility";

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
  "alike_text",
  "weak_source",
  "quote_not_located",
  "quote_not_found",
  "names_person",
  "answer_waived",
  "precise_location",
  ...CAUTIONS,
] as const;
export type GateWarning = (typeof GATE_WARNINGS)[number];

export type GateFacts = {
  /** Above 0 when the record rests on published evidence. */
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
  /** Pairs of published items that count as sources of their own, and share much text. */
  readonly alikeTexts: number;
  /** Published items under it whose publisher is graded D or E. */
  readonly weakSources: number;
  /** Quotes that do not say where in their item they stand. */
  readonly unlocatedQuotes: number;
  /** Quotes that no file of their item says. */
  readonly missingQuotes: number;
  /** Fields that name a person. */
  readonly namedPersons: number;
  /** True when it rests on an editor's waiver and on no answer. */
  readonly waived: boolean;
  /** True when the place leaves the desk more closely than its city. */
  readonly precise: boolean;
  /** What is most likely a slip of a date or a place. */
  readonly slips: readonly Caution[];
};

/** What whoever publishes has to tick, in the order of the checklist. */
export function gateWarnings(cautions: GateCautions): GateWarning[] {
  const warnings: GateWarning[] = [];
  if (cautions.independent === 0) warnings.push("no_independent_source");
  if (cautions.independent === 1) warnings.push("single_source");
  if (cautions.alikeTexts > 0) warnings.push("alike_text");
  if (cautions.weakSources > 0) warnings.push("weak_source");
  if (cautions.unlocatedQuotes > 0) warnings.push("quote_not_located");
  if (cautions.missingQuotes > 0) warnings.push("quote_not_found");
  if (cautions.namedPersons > 0) warnings.push("names_person");
  if (cautions.waived) warnings.push("answer_waived");
  if (cautions.precise) warnings.push("precise_location");
  return [...warnings, ...cautions.slips];
}

/** What a line of the checklist counted: each is looked up in the tables, and none is inferred. */
const GATE_COUNTS = [
  "sources",
  "independent",
  "quotes",
  "heard",
  "asked",
  "heard_station",
  "heard_country",
  "heard_matter",
  "basis",
] as const;
type GateCount = (typeof GATE_COUNTS)[number];

/** A record that a line counted: `name` is its title, of a response or a request whose it is. */
export type GateRecord = { readonly kind: RecordKind; readonly slug: string; readonly name: string };
export type GateRecords = Readonly<
  Partial<Record<GateCount | Extract<GateReason | GateWarning, keyof typeof COUNTED>, readonly GateRecord[]>>
>;

/** Which lines of what blocks or warns count other records. */
const COUNTED = {
  rests_on_unpublished: true,
  single_source: true,
  weak_source: true,
  quote_not_located: true,
} as const;

/** What the checklist looks at in the record itself. False or null: there is nothing to look at, and no line. */
export type GateFields = {
  /** An item that says where it can be found. */
  readonly address: boolean;
  /** Its kind has a field for a person. */
  readonly person: boolean;
  /** It has a place. */
  readonly place: boolean;
  /** Who approved it, having written none of its latest version. */
  readonly approver: string | null;
};

type GateMet = GateCount | "address" | "persons" | "place" | "hands";
type Line<Standing extends string, Key extends string> = {
  readonly standing: Standing;
  readonly key: Key;
  readonly count?: number;
  /** Those that were counted. Absent: the line is about the record itself. */
  readonly records?: readonly GateRecord[];
  /** Who did it. */
  readonly by?: string;
};
/** One line of the checklist: an item that is met, or what is wrong with it. */
export type GateLine = Line<"met", GateMet> | Line<"blocks", GateReason> | Line<"warns", GateWarning>;

/**
 * The whole checklist, as the page shows it before the button: what blocks first, then what warns, then what is met. Only what
 * was looked at and found has a line that is met; what there is none of (no quote, no place) has no line.
 */
export function checklist(
  facts: GateFacts,
  cautions: GateCautions,
  records: GateRecords,
  fields: GateFields,
): GateLine[] {
  const blocks = gateReasons(facts);
  const warns = gateWarnings(cautions);
  const isSpoilt = (...keys: (GateReason | GateWarning)[]) =>
    keys.some((key) => (blocks as string[]).includes(key) || (warns as string[]).includes(key));
  const counted = (key: GateReason | GateWarning) => {
    const own = records[key as keyof typeof COUNTED];
    if (own) return { count: own.length, records: own };
    if (key === "alike_text") return { count: cautions.alikeTexts };
    if (key === "quote_not_found") return { count: cautions.missingQuotes };
    return key === "names_person" ? { count: cautions.namedPersons } : {};
  };
  const spoiltBy: Partial<Record<GateCount, readonly (GateReason | GateWarning)[]>> = {
    independent: ["no_independent_source", "single_source"],
    quotes: ["quote_not_located"],
    basis: ["rests_on_unpublished"],
  };
  const found = GATE_COUNTS.flatMap((key): GateLine[] => {
    const own = key === "independent" && cautions.independent === null ? [] : (records[key] ?? []);
    const isAnswer = key === "asked" || key.startsWith("heard");
    if (own.length === 0 || isSpoilt(...(spoiltBy[key] ?? [])) || (isAnswer && !facts.accuses)) return [];
    const count = key === "independent" ? (cautions.independent ?? 0) : own.length;
    return [{ standing: "met", key, count, records: own }];
  });
  const ofItself = (isMet: boolean, key: GateMet): GateLine[] => (isMet ? [{ standing: "met", key }] : []);
  return [
    ...blocks.map((key): GateLine => ({ standing: "blocks", key, ...counted(key) })),
    ...warns.map((key): GateLine => ({ standing: "warns", key, ...counted(key) })),
    ...ofItself(fields.address, "address"),
    ...found,
    ...ofItself(fields.person && !isSpoilt("names_person"), "persons"),
    ...ofItself(fields.place && !isSpoilt("no_public_precision", "precise_location"), "place"),
    ...(fields.approver === null || isSpoilt("one_person")
      ? []
      : [{ standing: "met", key: "hands", by: fields.approver } as const]),
  ];
}

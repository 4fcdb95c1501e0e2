import { record } from "@/lib/messages/record";
import {
  ALIKE_KINDS,
  type AlikeContent,
  type AlikeKind,
  type Likeness,
  likenessesOf,
  likenessKeys,
} from "@/lib/records/likeness";
import type { DossierPlan, PlannedRecord } from "./plan";

/** What two records have in common, for a terminal. */
export const describeLikenesses = (likenesses: readonly Likeness[]) =>
  likenesses.map((likeness) => record.en.alike.because[likeness]).join(", ");

/** Of what has a key in common; more bear a title like "Statement" than anybody looks through. */
const MOST_COMPARED = 50;

/**
 * Notes the records of a plan that may be one another, with the line of the later one. They are loaded all the same.
 * Of what many have in common each is held against the first few alone.
 */
export function noteAlike(plan: DossierPlan): void {
  for (const kind of ALIKE_KINDS) {
    const byKey = new Map<string, PlannedRecord[]>();
    for (const planned of plan.of(kind).values()) {
      const keys = likenessKeys(kind, contentOf(planned));
      const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
      for (const other of near) noteLikeness(plan, kind, other, planned);
      for (const key of keys) noteKey(byKey, key, planned);
    }
  }
}

function noteKey(byKey: Map<string, PlannedRecord[]>, key: string, planned: PlannedRecord): void {
  const known = byKey.get(key);
  if (!known) byKey.set(key, [planned]);
  else if (known.length < MOST_COMPARED) known.push(planned);
}

const contentOf = <Kind extends AlikeKind>({ input }: PlannedRecord) => input as unknown as AlikeContent[Kind];

function noteLikeness(plan: DossierPlan, kind: AlikeKind, other: PlannedRecord, planned: PlannedRecord): void {
  const likenesses = likenessesOf(kind, contentOf(other), contentOf(planned));
  if (likenesses.length === 0) return;
  const reason = `may be “${other.slug}”, which stands in the files as well: ${describeLikenesses(likenesses)}`;
  plan.cautions.push({ ...planned.from, column: null, reason });
}

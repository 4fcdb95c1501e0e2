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

/** Notes the records of a plan that may be one another, with the line of the later one. They are loaded all the same. */
export function noteAlike(plan: DossierPlan): void {
  for (const kind of ALIKE_KINDS) {
    const byKey = new Map<string, PlannedRecord[]>();
    for (const planned of plan.of(kind).values()) {
      const keys = likenessKeys(kind, contentOf(planned));
      const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
      for (const other of near) noteLikeness(plan, kind, other, planned);
      for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), planned]);
    }
  }
}

const contentOf = <Kind extends AlikeKind>({ input }: PlannedRecord) => input as unknown as AlikeContent[Kind];

function noteLikeness(plan: DossierPlan, kind: AlikeKind, other: PlannedRecord, planned: PlannedRecord): void {
  const likenesses = likenessesOf(kind, contentOf(other), contentOf(planned));
  if (likenesses.length === 0) return;
  const reason = `may be “${other.slug}”, which stands in the files as well: ${describeLikenesses(likenesses)}`;
  plan.cautions.push({ ...planned.from, column: null, reason });
}

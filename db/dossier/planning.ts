import type { Register } from "./organizations";
import type { DossierPlan } from "./plan";
import type { Dossier } from "./read";

/** What the parts of a plan share. */
export type Planning = {
  readonly plan: DossierPlan;
  readonly dossier: Dossier;
  readonly register: Register;
  /** Why a row of this id stays a draft; null: it is not held. */
  held(id: string): string | null;
};

/** "st-nl-amsterdam" → "nl-amsterdam"; the other ids are slugs as they are. */
export const stationSlug = (id: string) => id.replace(/^st-/, "");

/**
 * The items that a row cites, without those that are held back: what goes out rests on nothing that stays. A row that is
 * held itself, or cites nothing else, keeps them all and waits with them.
 */
export function citedBy({ held }: Planning, row: string, items: readonly string[]): string[] {
  const free = items.filter((item) => held(item) === null);
  return held(row) !== null || free.length === 0 ? [...items] : free;
}

import { and, not, type SQL, sql } from "drizzle-orm";
import type { FilterChoices } from "@/lib/filters/filter-field";

/** Whether anything was chosen, or left out, in a facet. */
export const isChosen = (choices: FilterChoices | undefined): boolean =>
  choices !== undefined && choices.any.length + choices.without.length > 0;

/**
 * What a facet asks: one of the values chosen and none of those left out; undefined when nothing was chosen.
 * @param isCertain the test is never null (an EXISTS, say): as it stands, it can be walked along an index
 */
export function choiceCondition<V extends string>(
  choices: FilterChoices<V> | undefined,
  test: (values: V[]) => SQL | undefined,
  isCertain = false,
): SQL | undefined {
  const any = choices?.any.length ? test([...choices.any]) : undefined;
  const without = choices?.without.length ? test([...choices.without]) : undefined;
  // An empty column is none of the values left out.
  return and(any, without && not(isCertain ? without : sql`coalesce(${without}, false)`));
}

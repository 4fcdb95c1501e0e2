import type { MonthRow } from "./evidence-months";

// By itself: the browser is sent what this file imports.
/** The parts of a month from the bottom up, each with the count at which its middle stands. */
export function stackedParts({ parts }: Pick<MonthRow, "parts">) {
  let below = 0;
  return parts.map((part) => {
    below += part.count;
    return { part, middle: below - part.count / 2 };
  });
}

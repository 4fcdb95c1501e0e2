const MARK = "wederhoor:";

/** What a form's action is answered where it never ran, or nobody can say whether it did. */
type TurnedAway = {
  readonly sentence: string;
  /** Seconds after which the same form may be sent again by itself, since nothing of it was begun; null: its writer decides. */
  readonly retryAfter: number | null;
};

/** As text that Next hands on: the message of the error with which the action ends in the browser. */
export const writeTurnedAway = (answer: TurnedAway): string => MARK + JSON.stringify(answer);

/** Null for every other failure of an action. */
export function readTurnedAway(error: unknown): TurnedAway | null {
  if (!(error instanceof Error) || !error.message.startsWith(MARK)) return null;
  try {
    return turnedAway(JSON.parse(error.message.slice(MARK.length)));
  } catch {
    return null;
  }
}

/** By hand: every page with a form reads it, and none needs a library of schemas for that. */
function turnedAway(told: unknown): TurnedAway | null {
  if (typeof told !== "object" || told === null || !("sentence" in told) || !("retryAfter" in told)) return null;
  const { sentence, retryAfter } = told;
  if (typeof sentence !== "string" || (retryAfter !== null && typeof retryAfter !== "number")) return null;
  return { sentence, retryAfter };
}

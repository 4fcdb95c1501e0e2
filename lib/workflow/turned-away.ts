import { z } from "zod";

const MARK = "wederhoor:";

/** What a form's action is answered where it never ran, or nobody can say whether it did. */
const turnedAway = z.object({
  sentence: z.string(),
  /** Seconds after which the same form may be sent again by itself, since nothing of it was begun; null: its writer decides. */
  retryAfter: z.number().nullable(),
});
export type TurnedAway = z.infer<typeof turnedAway>;

/** As text that Next hands on: the message of the error with which the action ends in the browser. */
export const writeTurnedAway = (answer: TurnedAway): string => MARK + JSON.stringify(answer);

/** Null for every other failure of an action. */
export function readTurnedAway(error: unknown): TurnedAway | null {
  if (!(error instanceof Error) || !error.message.startsWith(MARK)) return null;
  try {
    return turnedAway.parse(JSON.parse(error.message.slice(MARK.length)));
  } catch {
    return null;
  }
}

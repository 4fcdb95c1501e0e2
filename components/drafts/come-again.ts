import { formValues } from "@/lib/workflow/form-values";
import type { Outcome } from "@/lib/workflow/outcome";
import { readTurnedAway } from "@/lib/workflow/turned-away";

export type FormAction = (previous: Outcome, form: FormData) => Promise<Outcome>;

/** How often a form that found no room is sent, all in all. */
const MOST_TRIES = 3;
const pause = (seconds: number) => new Promise((over) => setTimeout(over, seconds * 1000));

/**
 * An action that was turned away before it began is sent again after the pause that the server asked for; what is left then,
 * and what got no answer, comes back as a refusal: the form stays with what was typed into it.
 * @param noAnswer the sentence where there was no answer at all
 */
export const comeAgain =
  (action: FormAction, noAnswer: string, wait = pause): FormAction =>
  async (previous, form) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await action(previous, form);
      } catch (error) {
        const away = readTurnedAway(error);
        // A fetch that fails is a TypeError in every browser.
        if (!away && !(error instanceof TypeError)) throw error;
        if (!away?.retryAfter || tries >= MOST_TRIES) {
          return { status: "refused", sentence: away?.sentence ?? noAnswer, values: formValues(form) };
        }
        await wait(away.retryAfter);
      }
    }
  };

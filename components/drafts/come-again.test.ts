import { expect, test } from "vitest";
import type { Outcome } from "@/lib/workflow/outcome";
import { writeTurnedAway } from "@/lib/workflow/turned-away";
import { comeAgain, type FormAction } from "./come-again";

const IDLE: Outcome = { status: "idle" };
const form = new FormData();
form.set("title", "A day that somebody typed");
const values = { title: "A day that somebody typed" };

/** An action that ends in these ways one after the other, and what was waited for in between. */
async function send(ends: readonly (Error | Outcome)[]) {
  const waits: number[] = [];
  let sent = 0;
  const action: FormAction = async () => {
    const end = ends[sent++] ?? IDLE;
    if (end instanceof Error) throw end;
    return end;
  };
  const outcome = await comeAgain(action, "No answer came.", async (seconds) => {
    waits.push(seconds);
  })(IDLE, form).catch((error: Error) => error.message);
  return { outcome, waits, sent };
}
const away = (sentence: string, retryAfter: number | null) => new Error(writeTurnedAway({ sentence, retryAfter }));

test("what found no room is sent again after the pause that was asked for", async () => {
  const done: Outcome = { status: "done" };
  expect(await send([away("Busy.", 2), done])).toEqual({ outcome: done, waits: [2], sent: 2 });
  const refused = { status: "refused", sentence: "Busy.", values };
  expect(await send([away("Busy.", 2), away("Busy.", 4), away("Busy.", 2)])).toEqual({
    ...{ outcome: refused, waits: [2, 4], sent: 3 },
  });
});

test("what may have been saved is never sent again by itself, and what was typed stays", async () => {
  const doubt = { status: "refused", sentence: "In doubt.", values };
  expect(await send([away("In doubt.", null)])).toEqual({ outcome: doubt, waits: [], sent: 1 });
  const none = { status: "refused", sentence: "No answer came.", values };
  expect(await send([new TypeError("Failed to fetch")])).toEqual({ outcome: none, waits: [], sent: 1 });
});

test("every other end is the action's own", async () => {
  expect(await send([new Error("NEXT_REDIRECT")])).toEqual({ outcome: "NEXT_REDIRECT", waits: [], sent: 1 });
  expect(await send([new Error("wederhoor:{}")])).toEqual({ outcome: "wederhoor:{}", waits: [], sent: 1 });
});

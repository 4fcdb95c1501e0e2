"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { verifyHistory } from "@/db/access/history/history-check";
import { parseChainHead } from "@/lib/history/history-check";
import type { Outcome } from "@/lib/workflow/outcome";

const done = () => "/history";

/** Recomputes the whole chain now; the result is the first of the runs on the page. */
export const verifyHistoryAction = formAction(z.object({}), (actor) => verifyHistory(actor), { done });

const exported = z.object({
  head: z.string({ error: "validation.required" }).transform((text, context) => {
    const head = parseChainHead(text);
    if (!head) context.addIssue({ code: "custom", message: "validation.head" });
    return head ?? z.NEVER;
  }),
});
const checkAgainst = formAction(exported, (actor, { head }) => verifyHistory(actor, head), { done });

const LARGEST = 10_000;

/** The same, and whether an earlier export is still in the chain: pasted, or as the file that it was downloaded as. */
export async function checkAgainstAction(previous: Outcome, form: FormData): Promise<Outcome> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0 && file.size < LARGEST) form.set("head", await file.text());
  return checkAgainst(previous, form);
}

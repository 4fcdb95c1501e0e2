"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { changeRules, changeWatch, watchPage } from "@/db/access/watches/watches";
import { slug } from "@/lib/records/slug";
import { WATCH_STATES, watchInput, watchRules } from "@/lib/records/watch";

/** Begins to watch the page of an item, whose page says so. */
export const watchPageAction = formAction(watchInput, async (actor, input) => {
  await watchPage(actor, input);
  revalidatePath(`/evidence/${input.evidence}`);
});

const step = z.object({ watch: z.uuid(), state: z.enum(WATCH_STATES) });

/** Pauses a watch, takes it up again or ends it; the page stays. */
export const changeWatchAction = formAction(step, async (actor, { watch, state }) => {
  const { evidence } = await changeWatch(actor, watch, { state });
  revalidatePath("/watches");
  revalidatePath(`/evidence/${evidence}`);
});

/** Makes lines like one that changed no alarm, and shows the comparison without them. */
export const ignoreLinesAction = formAction(
  watchRules.extend({ slug, from: z.uuid(), to: z.uuid() }),
  (actor, { watch, rule }) => changeRules(actor, watch, rule, true),
  { done: (_watch, { slug: of, from, to }) => `/evidence/${of}/captures?from=${from}&to=${to}` },
);

/** Takes a rule back. */
export const removeRuleAction = formAction(watchRules, async (actor, { watch, rule }) => {
  const { evidence } = await changeRules(actor, watch, rule, false);
  revalidatePath("/watches");
  revalidatePath(`/evidence/${evidence}`);
});

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { changeRules, changeWatch, watchPage } from "@/db/access/watches/watches";
import { slug } from "@/lib/records/slug";
import { WATCH_STATES, watchInput, watchRules } from "@/lib/records/watch";

const undoOfRules = (watch: string, rule: readonly string[], isWanted: boolean) => ({
  what: "rule",
  ...{ watch, rule },
  isWanted: String(isWanted),
});

/** Begins to watch the page of an item, whose page says so. */
export const watchPageAction = formAction(
  watchInput,
  async (actor, input) => {
    await watchPage(actor, input);
    revalidatePath(`/evidence/${input.evidence}`);
  },
  {
    tell: (_watch, _page, t) => ({ text: t("watching"), link: { href: "/watches", label: t("watches") } }),
  },
);

const step = z.object({ watch: z.uuid(), state: z.enum(WATCH_STATES) });

/** Pauses a watch, takes it up again or ends it; the page stays. */
export const changeWatchAction = formAction(
  step,
  async (actor, { watch, state }) => {
    const { evidence } = await changeWatch(actor, watch, { state });
    revalidatePath("/watches");
    revalidatePath(`/evidence/${evidence}`);
  },
  {
    tell: (_done, { watch, state }, t) => ({
      text: t(`watch.${state}`),
      // One that has ended stays so.
      ...(state !== "ended" && { undo: { what: "watch", watch, state: state === "paused" ? "active" : "paused" } }),
    }),
  },
);

/** Makes lines like one that changed no alarm, and shows the comparison without them. */
export const ignoreLinesAction = formAction(
  watchRules.extend({ slug, from: z.uuid(), to: z.uuid() }),
  (actor, { watch, rule }) => changeRules(actor, watch, rule, true),
  {
    tell: (_watch, { watch, rule }, t) => ({ text: t("ruled"), undo: undoOfRules(watch, rule, false) }),
    done: (_watch, { slug: of, from, to }) => `/evidence/${of}/captures?from=${from}&to=${to}`,
  },
);

/** Takes a rule back. */
export const removeRuleAction = formAction(
  watchRules,
  async (actor, { watch, rule }) => {
    const { evidence } = await changeRules(actor, watch, rule, false);
    revalidatePath("/watches");
    revalidatePath(`/evidence/${evidence}`);
  },
  { tell: (_done, { watch, rule }, t) => ({ text: t("unruled"), undo: undoOfRules(watch, rule, true) }) },
);

"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { takeBackComment } from "@/db/access/discussion/comment-writes";
import { restoreView } from "@/db/access/views/saved-views";
import { changeRules, changeWatch } from "@/db/access/watches/watches";
import { transitionRecord } from "@/db/access/workflow/transitions";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { workPath } from "@/lib/records/record-path";
import { slug } from "@/lib/records/slug";
import { WATCH_STATES, watchRules } from "@/lib/records/watch";
import type { Actor } from "@/lib/workflow/actor";
import { formAction } from "./form-action";

const undoInput = z.discriminatedUnion("what", [
  z.object({ what: z.literal("view"), view: z.uuid() }),
  z.object({ what: z.literal("watch"), watch: z.uuid(), state: z.enum(WATCH_STATES) }),
  watchRules.extend({ what: z.literal("rule"), isWanted: z.enum(["true", "false"]) }),
  z.object({ what: z.literal("comment"), comment: z.uuid() }),
  z.object({ what: z.literal("trash"), kind: z.enum(RECORD_KINDS), slug }),
]);

/** Takes back what a toast said, as the steps do that stand for it on the pages. */
function takeBack(actor: Actor, undo: z.output<typeof undoInput>): Promise<unknown> {
  if (undo.what === "view") return restoreView(actor, undo.view);
  if (undo.what === "watch") return changeWatch(actor, undo.watch, { state: undo.state });
  if (undo.what === "rule") return changeRules(actor, undo.watch, undo.rule, undo.isWanted === "true");
  if (undo.what === "comment") return takeBackComment(actor, undo.comment);
  return transitionRecord(actor, undo.kind, undo.slug, "restore", {});
}

export const undoAction = formAction(
  undoInput,
  async (actor, undo) => {
    await takeBack(actor, undo);
    revalidatePath("/", "layout");
  },
  {
    tell: (_done, _undo, t) => ({ text: t("undone") }),
    done: (_done, undo) => (undo.what === "trash" ? workPath(undo.kind, undo.slug) : null),
  },
);

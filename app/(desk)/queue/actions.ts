"use server";

import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { getActor } from "@/app/_server/session";
import type { ReadEditor } from "@/components/queue/use-editor";
import type { Preview } from "@/components/queue/use-previews";
import { readReviewFile } from "@/db/access/queue/review-file";
import { tellUnavailable, Unavailable } from "@/db/client";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { readBulkItems } from "@/lib/workflow/bulk";
import { Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { readItemEditor } from "./item-editor";
import { shownFile } from "./shown-file";

/** Draws what is read before a decision: "event:evt-03" as the queue names it. */
export async function previewItem(key: string): Promise<Preview> {
  return withItem(key, async (actor, item) => shownFile(await readReviewFile(actor, item)));
}

/** Draws the form that corrects it in its place; it comes back to `path`. */
export async function editItem(key: string, path: string): ReturnType<ReadEditor> {
  return withItem(key, async (actor, item) => ({ form: await readItemEditor(actor, item, ownPath(path)) }));
}

type Item = ReturnType<typeof readBulkItems>[number];

/** What is drawn of an item, or the sentence that refuses it. */
async function withItem<Drawn>(
  key: string,
  draw: (actor: Actor, item: Item) => Promise<Drawn>,
): Promise<Drawn | { refused: string }> {
  const locale = await readLocale();
  const t = getTranslations(locale, "refusal");
  const [item] = readBulkItems([String(key)]);
  const actor = await getActor();
  if (!item || !actor) return { refused: t(actor ? "invalid" : "unauthenticated") };
  try {
    return await draw(actor, item);
  } catch (error) {
    if (error instanceof Unavailable) tellUnavailable(error);
    else if (!(error instanceof Refusal)) throw error;
    return { refused: error instanceof Refusal ? refusalSentence(error.detail, locale) : t("unavailable") };
  }
}

"use server";

import { readLocale } from "@/app/_server/locale";
import { getActor } from "@/app/_server/session";
import type { Preview } from "@/components/queue/use-previews";
import { readReviewFile } from "@/db/access/queue/review-file";
import { tellUnavailable, Unavailable } from "@/db/client";
import { getTranslations } from "@/lib/text/translations";
import { readBulkItems } from "@/lib/workflow/bulk";
import { Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { shownFile } from "./shown-file";

/** Draws what is read before a decision: "event:evt-03" as the queue names it. */
export async function previewItem(key: string): Promise<Preview> {
  const locale = await readLocale();
  const t = getTranslations(locale, "refusal");
  const [item] = readBulkItems([String(key)]);
  const actor = await getActor();
  if (!item || !actor) return { refused: t(actor ? "invalid" : "unauthenticated") };
  try {
    return shownFile(await readReviewFile(actor, item));
  } catch (error) {
    if (error instanceof Unavailable) tellUnavailable(error);
    else if (!(error instanceof Refusal)) throw error;
    return { refused: error instanceof Refusal ? refusalSentence(error.detail, locale) : t("unavailable") };
  }
}

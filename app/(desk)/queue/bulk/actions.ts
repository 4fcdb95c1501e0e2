"use server";

import { z } from "zod";
import { readLocale } from "@/app/_server/locale";
import { parseInput } from "@/app/_server/parse-input";
import { invalidSentences } from "@/app/_server/problem";
import { getActor } from "@/app/_server/session";
import { type BulkResult, runBulk } from "@/db/access/queue/bulk";
import { tellUnavailable, Unavailable } from "@/db/client";
import { optionalText } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { bulkTarget, readBulkChange } from "@/lib/workflow/bulk";
import { formValues } from "@/lib/workflow/form-values";
import { Invalid, type Outcome } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";

const bulkInput = z.object({ targets: z.array(bulkTarget).max(500), reason: optionalText(LONGEST_REASON) });

/** Changes each of the previewed items, and tells of each what became of it. */
export async function runBulkAction(_previous: Outcome, form: FormData): Promise<Outcome> {
  const locale = await readLocale();
  const t = getTranslations(locale, "refusal");
  const refused = (sentence: string): Outcome => ({ status: "refused", sentence, values: formValues(form) });
  const change = readBulkChange(String(form.get("do") ?? ""), String(form.get("value") ?? ""));
  const sent = { targets: form.getAll("target"), reason: form.get("reason") };
  const parsed = parseInput(bulkInput, sent, locale, "field");
  if (!change || "errors" in parsed) return refused(t("invalid"));
  try {
    const actor = await getActor();
    if (!actor) return refused(t("unauthenticated"));
    const results = await runBulk(actor, parsed.input.targets, change, parsed.input.reason);
    return {
      status: "done",
      results: results.map(({ slug, failure, proposal }) => ({
        name: slug,
        failure: failure && sentenceOf(failure, locale),
        proposal,
      })),
    };
  } catch (error) {
    if (error instanceof Unavailable) tellUnavailable(error);
    else if (!(error instanceof Refusal)) throw error;
    return refused(sentenceOf(error, locale));
  }
}

function sentenceOf(failure: NonNullable<BulkResult["failure"]>, locale: Locale): string {
  if (failure instanceof Refusal) return refusalSentence(failure.detail, locale);
  if (failure instanceof Invalid) return Object.values(invalidSentences(failure, locale)).join(" ");
  return getTranslations(locale, "refusal")(failure.inDoubt ? "inDoubt" : "unavailable");
}

import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { formatStep, type StatusNumbers, totalOf } from "./status-layout";

/** The headline of the figure as a sentence. */
export function statusHeadline({ steps, undated }: StatusNumbers, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const tStatus = getTranslations(locale, "status");
  const format = getFormatter(locale);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return t("statusNothing", { undated });
  const parts = [...last.counts]
    .sort((a, b) => b.count - a.count)
    .map(({ status, count }) => t("statusPart", { status: tStatus(`label.${status}`), count }));
  return [
    t("statusFinding", {
      first: formatStep(first.day, locale),
      firstCount: totalOf(first),
      last: formatStep(last.day, locale),
      count: totalOf(last),
    }),
    t("statusNow", { parts: format.list(parts) }),
    undated > 0 ? t("statusUndated", { undated }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

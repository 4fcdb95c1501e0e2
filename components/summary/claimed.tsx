import { useTranslations } from "#translations";
import { RangeFigure } from "@/components/claims/range";
import { Link } from "@/components/ui/link";
import type { KeyFigureCounts } from "@/db/access/figures/key-figures";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { WORLD } from "@/lib/records/country";

type Props = { numbers: KeyFigureCounts; view: SummaryView; seesDrafts: boolean; now: Date };

/** Whose figure is which, beside what is documented: a range with its claimants, never a sum (rule 1). */
export function SummaryClaimed({ numbers: { claimed, head }, view, seesDrafts, now }: Props) {
  const t = useTranslations("summary");
  if (!claimed) {
    return (
      <section aria-labelledby="claimed">
        <h2 id="claimed">{t("claimedTitle")}</h2>
        <p>{t("claimedMixed")}</p>
      </section>
    );
  }
  const isWorld = claimed.of === "world";
  const href = recordsBehind("claims", view, {
    subject: onlyValues(COUNT_SUBJECT),
    scope: onlyValues(isWorld ? "global" : "country"),
  });
  return (
    <section aria-label={t("claimedTitle")} data-figure="claimed" className="flex flex-col gap-1">
      <RangeFigure
        level={2}
        figure={claimed}
        view={{ place: isWorld ? WORLD : claimed.of, to: view.to, records: view.records }}
        href={summaryFilter.href("/summary", view)}
        counted={{ seesDrafts, now, head }}
      />
      <p className="text-sm print:hidden">
        <Link href={href}>{t("claimsLink")}</Link>
      </p>
    </section>
  );
}

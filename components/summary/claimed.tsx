import { useWords } from "#words";
import { RangePicture } from "@/components/claims/range";
import { Link } from "@/components/ui/link";
import type { KeyFigures } from "@/db/access/figures/key-figures";
import { claimFilter } from "@/lib/filters/claim-filter";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { WORLD } from "@/lib/records/country";

type Props = { numbers: KeyFigures; view: SummaryView; seesDrafts: boolean; now: Date };

/** Whose figure is which, beside what is documented: a range with its claimants, never a sum (rule 1). */
export function Claimed({ numbers: { claimed, head }, view, seesDrafts, now }: Props) {
  const t = useWords("summary");
  if (!claimed) {
    return (
      <section aria-labelledby="claimed">
        <h2 id="claimed">{t("claimedTitle")}</h2>
        <p>{t("claimedMixed")}</p>
      </section>
    );
  }
  const isWorld = claimed.of === "world";
  const none = { any: [], without: [] };
  const href = claimFilter.href("/claims", {
    ...claimFilter.absent,
    subject: { any: ["station_count"], without: [] },
    scope: isWorld ? { any: ["global"], without: [] } : none,
    country: isWorld ? none : view.country,
  });
  return (
    <section aria-label={t("claimedTitle")} data-figure="claimed" className="flex flex-col gap-1">
      <RangePicture
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

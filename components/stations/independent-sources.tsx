import { useTranslations } from "#translations";
import { WhoReportsWhom } from "@/components/claims/report-tree";
import type { StationFile } from "@/db/access/stations/station-file";

/** How many sources stand on their own, which, and who repeats them. */
export function IndependentSources({ independent }: Pick<StationFile, "independent">) {
  const t = useTranslations("station");
  return (
    <section aria-labelledby="sources" className="border-t border-rule pt-3">
      <h2 id="sources" className="text-base">
        {t("independentTitle", { count: independent.count })}
      </h2>
      <p className="text-xs text-muted">{independent.count === 0 ? t("independentNone") : t("independentLead")}</p>
      <WhoReportsWhom tree={independent} />
    </section>
  );
}

import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { TimelineView } from "@/lib/timeline/timeline-filter";
import type { Period } from "@/lib/timeline/timeline-scale";

/** The same period, countries and box in the other figures. */
export function Elsewhere({ view, period }: { view: TimelineView; period: Period }) {
  const t = useTranslations("explorer");
  const { country, records, box } = view;
  const isPart = view.from !== undefined || view.to !== undefined || view.scale !== "whole";
  const filter = { ...dashboardFilter.absent, country, records, box, ...(isPart && period) };
  return (
    <nav aria-label={t("elsewhere")} className="flex flex-wrap gap-x-6 gap-y-1 text-sm print:hidden">
      <Link href={dashboardFilter.href("/map", filter)}>{t("onMap")}</Link>
      <Link href={dashboardFilter.href("/charts", filter)}>{t("onCharts")}</Link>
    </nav>
  );
}

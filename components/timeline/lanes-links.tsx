import { useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import { LANES_BY, type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";

/** Lanes of kinds of records, or of countries. */
export function LanesLinks({ view }: { view: TimelineView }) {
  const t = useTranslations("explorer");
  return (
    <nav aria-label={t("lanesBy.label")} className="flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-sm text-muted">{t("lanesBy.label")}</span>
      <ul className="segments">
        {LANES_BY.map((lanes) => (
          <li key={lanes}>
            <PlainLink
              href={timelineFilter.href("/timeline", view, { lanes })}
              aria-current={lanes === view.lanes ? "true" : undefined}
            >
              {t(`lanesBy.${lanes}`)}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import { PlainLink } from "@/components/ui/link";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Period } from "@/lib/timeline/timeline-scale";
import { stepWindow, WINDOWS } from "@/lib/timeline/timeline-window";

/** From the whole to a day, and one window earlier or later. */
export function ScaleLinks({ view, period }: { view: TimelineView; period: Period | null }) {
  const t = useTranslations("timeline");
  const { scale } = view;
  const to = (next: Partial<TimelineView>) => timelineFilter.href("/timeline", view, { to: undefined, ...next });
  return (
    <nav aria-label={t("scaleLabel")} className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <ul className="segments">
        {WINDOWS.map((window) => (
          <li key={window}>
            <PlainLink
              href={to({ scale: window, from: window === "whole" ? undefined : (view.from ?? undefined) })}
              aria-current={window === scale ? "true" : undefined}
            >
              {t(`scale.${window}`)}
            </PlainLink>
          </li>
        ))}
      </ul>
      {scale !== "whole" && period && (
        <div className="flex gap-2">
          <ButtonLink href={to({ from: stepWindow(scale, period.from, -1) })}>← {t("earlier")}</ButtonLink>
          <ButtonLink href={to({ from: stepWindow(scale, period.from, 1) })}>{t("later")} →</ButtonLink>
        </div>
      )}
    </nav>
  );
}

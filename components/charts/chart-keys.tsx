import { useFormat, useTranslations } from "#translations";
import type { ClaimedLayout } from "@/lib/charts/claimed";
import type { MonthsLayout } from "@/lib/charts/evidence-months";
import { statusGlyph } from "@/lib/records/status";
import { DrawnKey, StatusSwatch } from "./drawn-key";
import { NOT_PUBLIC_LOOK, SeriesPattern, seriesPatternOf } from "./status-pattern";

type Props<L> = { chart: string; layout: L };

/** The signs of claimed and documented: earlier figures, the band, statuses, and what is not public. */
export function ClaimedKey({ chart, layout }: Props<ClaimedLayout>) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    <DrawnKey
      label={t("key")}
      items={[
        {
          key: "earlier",
          name: t("earlierDot"),
          drawn: <circle cx="10" cy="7" r="3.5" fill="var(--paper)" stroke="var(--data-2)" strokeWidth="2" />,
        },
        {
          key: "band",
          name: t("bandKey"),
          drawn: <rect y="1" width="20" height="12" fill="var(--data-2)" fillOpacity="0.22" stroke="var(--data-2)" />,
        },
        ...layout.statuses.map(({ status, description, count, href }) => ({
          key: status,
          name: `${statusGlyph(status)} ${description}`,
          count: format.number(count),
          href,
          drawn: <StatusSwatch chart={`${chart}-key`} status={status} />,
        })),
        ...(layout.notPublic
          ? [
              {
                key: "not-public",
                name: t("notPublicKey"),
                count: format.number(layout.notPublic.count),
                href: layout.notPublic.href,
                drawn: <rect x="1" y="1" width="18" height="12" {...NOT_PUBLIC_LOOK} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** The parts of the bars of months. */
export function MonthsKey({ chart, layout }: Props<MonthsLayout>) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    <DrawnKey
      label={t("key")}
      items={layout.series.map(({ key, name, count, href }, index) => ({
        key,
        name,
        count: format.number(count),
        href,
        drawn: (
          <>
            <SeriesPattern chart={`${chart}-key`} index={index} />
            <rect width="20" height="14" fill={seriesPatternOf(`${chart}-key`, index)} />
          </>
        ),
      }))}
    />
  );
}

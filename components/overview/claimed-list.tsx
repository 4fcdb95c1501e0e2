import { useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { chartsFilter } from "@/lib/charts/charts-filter";
import type { ClaimedRow } from "@/lib/charts/claimed";
import { countRows } from "@/lib/charts/figure";
import type { BuiltFigure } from "@/lib/charts/figures";
import type { OverviewView } from "@/lib/filters/overview-filter";
import { percentOnAxis, rangeAxis } from "@/lib/text/range-axis";
import { OverviewSection } from "./section";

type Props = { figure: BuiltFigure<"claimed">; view: OverviewView; className: string };

const ROWS = 8;

/** The countries with most documented stations: who claims how many, beside what is documented. */
export function ClaimedList({ figure: { data, layout }, view: { country }, className }: Props) {
  const t = useTranslations("overview");
  const rows = layout.rows.slice(0, ROWS);
  const [only] = rows;
  const axis = rangeAxis(
    Math.max(0, ...rows.flatMap(({ dots, documented }) => [documented, ...dots.map(({ value }) => value)])),
  );
  const charts = { ...chartsFilter.absent, country, sort: "documented", figure: "claimed" } as const;
  const { documentedIn, claimedIn } = layout;
  return (
    <OverviewSection
      id="claims"
      title={
        only && rows.length === 1
          ? t("claimedOne", { country: only.name, documented: only.documented, claimed: only.claimedText })
          : t("claimedFinding", { documentedIn, claimedIn })
      }
      more={{ href: chartsFilter.href("/charts", charts), label: t("allCount", { count: countRows(data.table) }) }}
      className={className}
    >
      {rows.length === 0 ? (
        <p className="measure py-2 text-muted">{t("claimedNone")}</p>
      ) : (
        <>
          <ul className="claimed-rows">
            {rows.map((row) => (
              <li key={row.country}>
                <span className="truncate">
                  <QuietLink href={row.href}>{row.name}</QuietLink>
                </span>
                <Track row={row} at={(value) => percentOnAxis(axis, value)} />
                <span>{row.claimedText}</span>
                <strong>{t("documentedShort", { count: row.documented })}</strong>
              </li>
            ))}
          </ul>
          <Key />
        </>
      )}
    </OverviewSection>
  );
}

/** How near two dots can be told apart, in percent of the track. */
const DOT = 0.5;

/** The range of the figures that stand with a dot for each that can be told apart, above a bar of what is documented. */
function Track({
  row: { band, dots, documented },
  at: percentAt,
}: {
  row: ClaimedRow;
  at: (value: number) => number;
}) {
  const at = (value: number) => `${percentAt(value)}%`;
  const standing = dots.filter((dot) => dot.standing);
  const places = (isAbout: boolean) => {
    const own = standing.filter(({ bound }) => (bound === "about") === isAbout);
    return [...new Map(own.map(({ value }) => [Math.round(percentAt(value) / DOT), value])).values()];
  };
  const open = standing.find(({ bound }) => bound === "at_least");
  return (
    <svg width="100%" height="18" aria-hidden="true" className="track overflow-visible print-exact">
      {band && (
        <line
          x1={at(band[0])}
          x2={at(band[1])}
          y1="5"
          y2="5"
          strokeWidth="5"
          className="stroke-data-2"
          opacity="0.35"
        />
      )}
      {open && <line x1={at(open.value)} x2="100%" y1="5" y2="5" strokeDasharray="3 3" className="stroke-data-2" />}
      {[false, true].map((isAbout) => (
        <g
          key={String(isAbout)}
          strokeWidth="1.5"
          className={`stroke-data-2 ${isAbout ? "fill-paper" : "fill-data-2"}`}
        >
          {places(isAbout).map((value) => (
            <circle key={value} cx={at(value)} cy="5" r="3.5" />
          ))}
        </g>
      ))}
      <rect x="0" y="11" height="6" width={at(documented)} className="fill-data-1" />
    </svg>
  );
}

function Key() {
  const t = useTranslations("overview");
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-muted">
      <span>
        <svg width="20" height="8" aria-hidden="true" className="mr-1 inline-block print-exact">
          <line x1="2" x2="16" y1="4" y2="4" strokeWidth="5" className="stroke-data-2" opacity="0.35" />
          <circle cx="16" cy="4" r="3.5" className="fill-data-2" />
        </svg>
        {t("keyClaimed")}
      </span>
      <span>
        <svg width="20" height="8" aria-hidden="true" className="mr-1 inline-block print-exact">
          <rect y="1" width="20" height="6" className="fill-data-1" />
        </svg>
        {t("keyDocumented")}
      </span>
    </p>
  );
}

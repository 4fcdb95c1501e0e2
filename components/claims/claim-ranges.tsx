import { useTranslations } from "#translations";
import type { LedgerClaim } from "@/db/access/claims/claim-ledger";
import type { StationCount } from "@/db/access/claims/counts";
import type { ClaimRange } from "@/lib/figures/tally";
import { rangeFilter } from "@/lib/filters/range-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { WORLD } from "@/lib/records/country";
import { groupBy } from "@/lib/text/group-by";
import { useClaimLabels } from "./claim-labels";
import { type CountedStation, RangeFigure } from "./range";

type Props = {
  claims: readonly LedgerClaim[];
  /** By `scopeKey`: what stands on the axis of a group of station counts. */
  ranges: ReadonlyMap<string, ClaimRange<StationCount>>;
  /** The address of the view. */
  href: string;
  counted: CountedStation;
};

const placeKey = ({ scope, region, country, station }: LedgerClaim) =>
  scope === "station" ? `station:${station?.slug}` : scope === "global" ? scope : `${scope}:${region ?? country}`;

/** The counts on the page that compete, each place on an axis of its own: at once where it is one, else folded. */
export function ClaimRanges({ claims, ranges, href, counted }: Props) {
  const t = useTranslations("claim");
  const { place } = useClaimLabels();
  const counting = claims.filter(({ subject }) => subject === COUNT_SUBJECT);
  const figures = [...groupBy(counting, placeKey)].flatMap(([key, [first]]) => {
    const range = ranges.get(key);
    return first && range && range.marks.length > 1 ? [{ key, first, range }] : [];
  });
  if (figures.length === 0) return null;
  return (
    <details open={figures.length === 1} className="border-b border-rule pb-3">
      <summary className="font-semibold">{t("competing", { count: figures.length })}</summary>
      <div className="mt-3 grid gap-x-12 gap-y-6 xl:grid-cols-2">
        {figures.map(({ key, first, range }) => (
          <section key={key} className="min-w-0">
            <h2 className="text-base">{place(first)}</h2>
            <RangeFigure
              figure={range}
              view={{ ...rangeFilter.absent, place: first.country ?? first.region ?? WORLD }}
              href={href}
              counted={counted}
            />
          </section>
        ))}
      </div>
    </details>
  );
}

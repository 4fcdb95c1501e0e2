import { useClock, useFormat, useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import { Link, QuietLink } from "@/components/ui/link";
import { buildRangeFigure, markHref, markKey, type RangeNumbers } from "@/lib/charts/claim-range";
import type { FigureRevision } from "@/lib/charts/figure";
import { wholeTableHref } from "@/lib/charts/table-view";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { ClaimedMark } from "@/lib/figures/country-figure";
import { type RangeView, rangeFilter } from "@/lib/filters/range-filter";
import { percentOnAxis, type RangeAxis, rangeAxis } from "@/lib/text/range-axis";
import { useClaimLabels } from "./claim-labels";

/** When, for whom and in which state of the dossier a page was counted. */
export type CountedStation = {
  readonly seesDrafts: boolean;
  readonly now: Date;
  readonly head: FigureRevision | null;
};

type Props = {
  figure: RangeNumbers;
  view: RangeView;
  /** The page that shows it, without an anchor. */
  href: string;
  counted: CountedStation;
  level?: 2 | 3;
};

/** Competing counts as marks on one axis with their claimants' names; our documented count as a bar below. */
export function RangeFigure({ figure, view, href, counted, level = 3 }: Props) {
  const t = useTranslations("claim");
  const clock = useClock();
  const { data, marks, documented } = buildRangeFigure(figure, { ...counted, view, ...clock });
  const route = rangeFilter.href("/api/v1/figures/range", view);
  const count = figure.marks.length;
  const axis = rangeAxis(Math.max(documented.count, ...figure.marks.map(({ value }) => value)));
  return (
    <Figure id={`range-${view.place.toLowerCase()}`} data={data} href={href} route={route} level={level} isCompact>
      <ul className="flex max-w-3xl flex-col gap-2">
        {marks.map(({ mark, description }) => (
          <MarkRow key={markKey(mark)} mark={mark} description={description} axis={axis} />
        ))}
        <li className="border-t border-rule pt-2">
          <p className="text-sm" data-draw="">
            <strong>{t("rangeDocumented")}</strong>:{" "}
            <QuietLink
              href={documented.href}
              data-mark=""
              data-row="marks"
              tabIndex={-1}
              aria-label={t("rangeDocumentedCount", { count: documented.count })}
            >
              {t("rangeDocumentedCount", { count: documented.count })}
            </QuietLink>
          </p>
          <svg width="100%" height="12" aria-hidden="true" className="print-exact">
            <rect
              x="0"
              y="1"
              height="10"
              width={`${percentOnAxis(axis, documented.count)}%`}
              className="fill-data-1"
            />
          </svg>
        </li>
        <Ticks axis={axis} />
      </ul>
      {marks.length < count && (
        <p className="mt-2 text-sm text-muted">
          {t("rangeDrawn", { shown: marks.length, count })} <Link href={wholeTableHref(route)}>{t("rangeAll")}</Link>
        </p>
      )}
    </Figure>
  );
}

function MarkRow({ mark, description, axis }: { mark: ClaimedMark; description: string; axis: RangeAxis }) {
  const { figure } = useClaimLabels();
  const at = `${percentOnAxis(axis, mark.value)}%`;
  return (
    <li>
      <p className="text-sm" data-draw="">
        <strong>{figure(mark.value, mark.bound)}</strong> <ClaimantText mark={mark} description={description} />
      </p>
      <svg width="100%" height="14" aria-hidden="true" className="overflow-visible print-exact">
        <line x1="0" x2="100%" y1="7" y2="7" className="stroke-rule" />
        {mark.standing && mark.bound === "at_least" && (
          <line x1={at} x2="100%" y1="7" y2="7" strokeWidth="3" className="stroke-data-2" />
        )}
        {mark.standing && mark.bound === "at_most" && (
          <line x1="0" x2={at} y1="7" y2="7" strokeWidth="3" className="stroke-data-2" />
        )}
        <circle
          cx={at}
          cy="7"
          r={mark.standing ? 5 : 3.5}
          strokeWidth="2"
          className={`stroke-data-2 ${mark.standing && mark.bound !== "about" ? "fill-data-2" : "fill-paper"}`}
        />
      </svg>
    </li>
  );
}

/** Who gives the figure, as of when; leads to the claim. */
function ClaimantText({ mark, description }: { mark: ClaimedMark; description: string }) {
  const t = useTranslations("claim");
  const format = useFormat();
  const locale = useLocaleCode();
  const names = mark.claimants.length > 0 ? format.list(mark.claimants.map(({ name }) => name)) : t("noClaimant");
  const asides = [
    mark.relayedBy && t("rangeRelayed", { names: mark.relayedBy.name }),
    !mark.standing && t("rangeEarlier"),
  ].filter((aside) => typeof aside === "string");
  const sentence = t("rangeSaid", { claimants: names, asOf: formatFuzzyDate(mark.asOf, locale) });
  const href = markHref(mark);
  return (
    <>
      {href ? (
        <QuietLink href={href} data-mark="" data-row="marks" tabIndex={-1} aria-label={description}>
          {sentence}
        </QuietLink>
      ) : (
        sentence
      )}
      {asides.length > 0 && <span className="text-muted"> ({asides.join("; ")})</span>}
    </>
  );
}

function Ticks({ axis }: { axis: RangeAxis }) {
  const format = useFormat();
  return (
    <li aria-hidden="true" className="relative h-5 border-t border-rule-strong">
      {axis.ticks.map((tick) => (
        <span
          key={tick}
          data-draw=""
          className={`absolute top-0.5 text-xs text-muted ${tick === 0 ? "" : "-translate-x-1/2"}`}
          style={{ left: `${percentOnAxis(axis, tick)}%` }}
        >
          {format.number(tick)}
        </span>
      ))}
    </li>
  );
}

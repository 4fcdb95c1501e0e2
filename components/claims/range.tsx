import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useWords } from "#words";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figure";
import { QuietLink } from "@/components/ui/link";
import type { ValueBound } from "@/lib/claim";
import { type FuzzyDate, sayDate } from "@/lib/fuzzy-date";
import type { Org } from "@/lib/independence";
import { placeOn, type RangeAxis, rangeAxis } from "@/lib/range-axis";
import { useClaimWords } from "./claim-words";

/** A figure as `rangeOf` of lib/tally gives it, with the claims behind it. */
export type RangeMark = {
  readonly value: number;
  readonly bound: ValueBound;
  readonly claimants: readonly Org[];
  readonly relayedBy: Org | null;
  readonly asOf: FuzzyDate | null;
  readonly standing: boolean;
  readonly claims: readonly { readonly slug: string }[];
};

type Props = {
  /** What is counted where: "Italy". */
  place: string;
  marks: readonly RangeMark[];
  documented: number;
  /** A <Provenance> line. */
  provenance?: ReactNode;
  level?: 2 | 3;
};

const keyOf = ({ value, bound, claims }: RangeMark) => `${value} ${bound} ${claims[0]?.slug}`;

/** Competing counts as marks on one axis with their claimants' names; our documented count as a bar below. */
export function RangeFigure({ place, marks, documented, provenance, level = 3 }: Props) {
  const t = useWords("claim");
  const highest = Math.max(documented, ...marks.map(({ value }) => value));
  const axis = rangeAxis(highest);
  return (
    <Figure
      title={t("rangeTitle", { place })}
      summary={marks.length > 0 ? t("rangeSummary") : t("rangeNone")}
      table={<RangeTable place={place} marks={marks} documented={documented} />}
      provenance={provenance}
      level={level}
    >
      <ul className="flex max-w-3xl flex-col gap-2">
        {marks.map((mark) => (
          <MarkRow key={keyOf(mark)} mark={mark} axis={axis} />
        ))}
        <li className="border-t border-rule pt-2">
          <p className="text-sm">
            <strong>{t("rangeDocumented")}</strong>: {t("rangeDocumentedCount", { count: documented })}
          </p>
          <svg width="100%" height="12" aria-hidden="true" className="print-exact">
            <rect x="0" y="1" height="10" width={`${placeOn(axis, documented)}%`} className="fill-data-1" />
          </svg>
        </li>
        <Ticks axis={axis} />
      </ul>
    </Figure>
  );
}

function MarkRow({ mark, axis }: { mark: RangeMark; axis: RangeAxis }) {
  const { figure } = useClaimWords();
  const at = `${placeOn(axis, mark.value)}%`;
  return (
    <li>
      <p className="text-sm">
        <strong>{figure(mark.value, mark.bound)}</strong> <Said mark={mark} />
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
function Said({ mark }: { mark: RangeMark }) {
  const t = useWords("claim");
  const format = useFormat();
  const locale = useLocaleCode();
  const names = mark.claimants.length > 0 ? format.list(mark.claimants.map(({ name }) => name)) : t("noClaimant");
  const asides = [
    mark.relayedBy && t("rangeRelayed", { names: mark.relayedBy.name }),
    !mark.standing && t("rangeEarlier"),
  ].filter((aside) => typeof aside === "string");
  const said = t("rangeSaid", { claimants: names, asOf: sayDate(mark.asOf, locale) });
  const [first] = mark.claims;
  return (
    <>
      {first ? <QuietLink href={`/claims/${first.slug}`}>{said}</QuietLink> : said}
      {asides.length > 0 && <span className="text-muted"> ({asides.join("; ")})</span>}
    </>
  );
}

function Ticks({ axis }: { axis: RangeAxis }) {
  const format = useFormat();
  return (
    <li aria-hidden="true" className="relative h-5 border-t border-rule-strong text-xs text-muted">
      {axis.ticks.map((tick) => (
        <span
          key={tick}
          className={`absolute top-0.5 ${tick === 0 ? "" : "-translate-x-1/2"}`}
          style={{ left: `${placeOn(axis, tick)}%` }}
        >
          {format.number(tick)}
        </span>
      ))}
    </li>
  );
}

function RangeTable({ place, marks, documented }: Pick<Props, "place" | "marks" | "documented">) {
  const t = useWords("claim");
  const format = useFormat();
  const { figure } = useClaimWords();
  const rows = [
    ...marks.map((mark) => ({
      key: keyOf(mark),
      kind: t("rangeClaimed"),
      figure: figure(mark.value, mark.bound),
      said: <Said mark={mark} />,
    })),
    {
      key: "documented",
      kind: t("rangeDocumented"),
      figure: format.number(documented),
      said: <>{t("rangeDocumentedCount", { count: documented })}</>,
    },
  ];
  return (
    <DataTable
      caption={t("rangeTitle", { place })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "kind", header: t("columnClaim"), cell: (row) => row.kind, heading: true },
        { key: "figure", header: t("rangeFigure"), cell: (row) => row.figure, numeric: true },
        { key: "said", header: t("columnClaimant"), cell: (row) => row.said },
      ]}
    />
  );
}

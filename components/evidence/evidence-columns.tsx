import { useTranslations } from "#translations";
import { type ColumnChoice, ColumnChoices } from "@/components/ui/column-choices";
import { PlainLink } from "@/components/ui/link";
import { type EvidenceView, evidenceFilter } from "@/lib/filters/evidence-filter";

/** The columns of the feed behind an item's title, as the grid of the list sizes them. */
const WIDTHS = {
  publisher: "minmax(0, 10rem)",
  published: "7.5rem",
  kind: "minmax(0, 8rem)",
  stations: "minmax(0, 9rem)",
  marks: "fit-content(12rem)",
} as const;
const EVIDENCE_COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

/** The grid of a feed whose reader hides some columns: each row is a part of it, so that they stand in line. */
export const evidenceGrid = (hidden: readonly string[], isSelectable: boolean): string =>
  [
    ...(isSelectable ? ["1rem"] : []),
    "minmax(0, 1fr)",
    ...EVIDENCE_COLUMNS.flatMap((key) => (hidden.includes(key) ? [] : WIDTHS[key])),
  ].join(" ");

type Props = { view: EvidenceView; choice: ColumnChoice; isSelectable: boolean };

/** Over the feed: which columns are shown, and from 1280 px on what each holds. */
export function EvidenceColumns({ view, choice, isSelectable }: Props) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  const columns = EVIDENCE_COLUMNS.map((key) => ({ key, header: t(`column.${key}`) }));
  const isOldest = view.sort === "oldest";
  const byDate = evidenceFilter.href("/evidence", view, { sort: isOldest ? "newest" : "oldest" });
  return (
    <>
      <ColumnChoices choice={choice} columns={columns} />
      <div className="evidence-heads">
        {isSelectable && <span />}
        <span>{t("column.title")}</span>
        {columns.map(({ key, header }) => (
          <span key={key} className={`e-${key}`}>
            {key === "published" ? (
              <>
                <PlainLink href={byDate} aria-label={common("sortBy", { column: header })}>
                  {header}
                </PlainLink>
                {view.sort !== "changed" && <span aria-hidden="true"> {isOldest ? "↑" : "↓"}</span>}
              </>
            ) : (
              header
            )}
          </span>
        ))}
      </div>
    </>
  );
}

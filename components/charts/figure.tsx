import type { ReactNode } from "react";
import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";
import { Messages } from "@/components/messages";
import { Link } from "@/components/ui/link";
import { countRows, type FigureData, type FigureTable, firstRows, rowsUnderFigure } from "@/lib/charts/figure";
import { figureFileName } from "@/lib/charts/figure-file-name";
import { leadOf } from "@/lib/charts/lead-of";
import { TABLE_ROWS, wholeTableHref } from "@/lib/charts/table-view";
import { packJson } from "@/lib/text/pack-json";
import { joinRanges } from "@/lib/text/unbroken-range";
import { FigureMarks } from "./figure-marks";
import { FigureMenu } from "./figure-menu";
import { FigureTableView } from "./figure-table";

type Props = {
  /** Anchor on the page and name of its files: unique among the page's figures. */
  id: string;
  data: FigureData;
  /** The one address of this view, without an anchor: "/charts?country=IT". */
  href: string;
  /** The server's route for its figures with the same view: "/api/v1/figures/claimed?country=IT". */
  route: string;
  /** 3 where it stands in a section with a heading of its own. */
  level?: 2 | 3;
  /** One of several on a page about something else: the same parts in less room. */
  isCompact?: boolean;
  /** Whether the marks lead to no records: each is announced, none opens. */
  isClosed?: boolean;
  /** Whether the drawing announces its own marks. */
  isTold?: boolean;
  /** Whether this figure tells how to go through marks: one on a page does. */
  isTeaching?: boolean;
  /** What the word of its title means here. */
  term?: Term;
  /**
   * The drawing: `svg` elements, and HTML text marked `data-draw`; both go into the files. Links that lead to records are
   * marks: `data-mark`, `tabIndex={-1}`, an `aria-label` that says the mark in a sentence, `data-row` where marks stand in
   * rows. What decorates is `aria-hidden`.
   */
  children: ReactNode;
};

const HASH_SHOWN = 14;

/**
 * A figure as a front page could print it: its finding as the title, a line of what it is of, as of when and from what, and the
 * drawing; behind a menu its table, its address and its files. What has nothing to show is its sentence alone.
 */
export function Figure({
  id,
  data,
  href,
  route,
  level = 2,
  isCompact = false,
  isClosed = false,
  isTold = false,
  isTeaching = false,
  term,
  children,
}: Props) {
  const t = useTranslations("figure");
  const foot = useFoot(data);
  const table = firstRows(data.table, TABLE_ROWS);
  const { title, finding, filter, credits } = data;
  const isEmpty = table.rows.length === 0;
  return (
    <figure
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-finding`}
      className={`figure ${isCompact ? "figure-compact" : ""}`}
    >
      <Caption {...{ id, title, finding, level, term }} line={[joinRanges(filter), ...foot].join(" · ")} />
      {!isEmpty && (
        <Messages of={["figure"]}>
          <FigureMenu
            id={id}
            name={figureFileName(title, id)}
            exportPage={{ title, finding, filter, foot: [...foot, credits] }}
            href={href}
            data={route}
            tableId={`${id}-table`}
          />
          <FigureMarks
            id={id}
            title={title}
            describedBy={`${id}-finding`}
            {...{ isCompact, isClosed, isTeaching }}
            isQuiet={isTold}
          >
            {children}
          </FigureMarks>
          <details className="figure-table">
            <summary>{t("table")}</summary>
            <TableBehind id={`${id}-table`} data={data} table={table} wholeHref={wholeTableHref(route)} />
          </details>
        </Messages>
      )}
    </figure>
  );
}

type CaptionProps = Pick<FigureData, "title" | "finding"> & {
  id: string;
  level: 2 | 3;
  term: Term | undefined;
  line: string;
};

/** What the figure is of, its finding as the heading, and the line of its scope, moment and source. */
function Caption({ id, title, finding, level, term, line }: CaptionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const { lead, rest } = leadOf(joinRanges(finding), useLocaleCode());
  return (
    <figcaption>
      <p className="text-sm text-muted">
        <span id={`${id}-title`}>{title}</span>
        {term && <Definition of={term} />}
      </p>
      <div id={`${id}-finding`}>
        <Heading>{lead}</Heading>
        {rest && <p className="measure text-sm"> {rest}</p>}
      </div>
      <p className="text-xs text-muted">{line}</p>
    </figcaption>
  );
}

/** When it was counted, in which state of the dossier, and from what. */
function useFoot({ sources, asOf, revision }: FigureData): string[] {
  const t = useTranslations("figure");
  const counted = t("counted", { at: useFormatInstant()(asOf, "moment") });
  const version = revision
    ? t("revision", { seq: revision.seq, hash: revision.hash.replace("sha256:", "").slice(0, HASH_SHOWN) })
    : t("noRevision");
  return [revision === undefined ? counted : `${counted} · ${version}`, t("sources", { sources })];
}

type TableProps = { id: string; data: FigureData; table: FigureTable; wholeHref: string };

/** What is counted, the first rows, and the way to all of them. */
function TableBehind({ id, data: { title, definition }, table, wholeHref }: TableProps) {
  const t = useTranslations("figure");
  const total = countRows(table);
  return (
    <div id={id}>
      <p className="measure mt-2 text-sm text-muted">
        <strong>{t("definition")}:</strong> {definition}
      </p>
      <div className="mt-2 overflow-x-auto">
        <FigureTableView
          title={title}
          packed={packJson(rowsUnderFigure(table))}
          isWhole={table.rows.length === total}
          wholeHref={wholeHref}
        />
      </div>
      <p className="mt-2 text-sm text-muted">
        {table.rows.length < total ? (
          <>
            {t("rowsShown", { shown: table.rows.length, count: total })}{" "}
            <Link href={wholeHref}>{t("allRows", { count: total })}</Link>
          </>
        ) : (
          t("rowCount", { count: total })
        )}
      </p>
    </div>
  );
}

import type { ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { Link } from "@/components/ui/link";
import { countRows, type FigureData, firstRows } from "@/lib/charts/figure";
import { TABLE_ROWS, wholeTableHref } from "@/lib/charts/table-view";
import { packJson } from "@/lib/text/pack-json";
import { joinRanges } from "@/lib/text/unbroken-range";
import { FigureDownloads } from "./figure-downloads";
import { FigureMarks } from "./figure-marks";
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
  /**
   * The drawing: `svg` elements, and HTML text marked `data-draw`; both go into the files. Links that lead to records are
   * marks: `data-mark`, `tabIndex={-1}`, an `aria-label` that says the mark in a sentence, `data-row` where marks stand in
   * rows. What decorates is `aria-hidden`.
   */
  children: ReactNode;
};

const HASH_SHOWN = 14;

/**
 * A figure as a front page could print it: what it shows and found, of which records, drawn; behind it its table (its first rows, and the way to all of them), under
 * it whose figures they are and when they were counted, and its files.
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
  children,
}: Props) {
  const t = useTranslations("figure");
  const formatInstant = useFormatInstant();
  const Heading = level === 2 ? "h2" : "h3";
  const table = firstRows(data.table, TABLE_ROWS);
  const total = countRows(table);
  const { title, finding, definition, filter, sources, credits, asOf, revision } = data;
  const at = formatInstant(asOf, "moment");
  const counted = t("counted", { at });
  const version = revision
    ? t("revision", { seq: revision.seq, hash: revision.hash.replace("sha256:", "").slice(0, HASH_SHOWN) })
    : t("noRevision");
  const foot = [t("sources", { sources }), revision === undefined ? counted : `${counted} · ${version}`, credits];
  const wholeHref = wholeTableHref(route);
  const small = isCompact ? "text-xs" : "text-sm";
  return (
    <figure
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-finding`}
      className={`flex min-w-0 flex-col ${isCompact ? "gap-1" : "gap-2"}`}
    >
      <figcaption className="flex flex-col gap-1">
        <Heading id={`${id}-title`} className={isCompact ? "text-base" : "text-lg"}>
          {title}
        </Heading>
        <p id={`${id}-finding`} className={isCompact ? "measure text-sm" : "measure"}>
          {joinRanges(finding)}
        </p>
        {!isCompact && <p className="measure text-sm text-muted">{joinRanges(filter)}</p>}
      </figcaption>
      <Messages of={["figure"]}>
        <FigureMarks
          id={id}
          title={title}
          describedBy={`${id}-finding`}
          {...{ isCompact, isClosed }}
          isQuiet={isTold || table.rows.length === 0}
        >
          {children}
        </FigureMarks>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <details className="min-w-0 max-sm:w-full open:w-full">
            <summary className={`${small} text-accent`}>{t("table")}</summary>
            <p className="measure mt-2 text-sm text-muted">
              <strong>{t("definition")}:</strong> {definition}
            </p>
            <div className="mt-2 overflow-x-auto">
              <FigureTableView
                title={title}
                packed={packJson(table)}
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
          </details>
          <FigureDownloads
            id={id}
            exportPage={{ title, finding, filter, foot }}
            href={href}
            data={route}
            className={small}
          />
          <a className={`${small} text-accent no-underline hover:underline print:hidden`} href={`${href}#${id}`}>
            {t("permalink")}
          </a>
        </div>
      </Messages>
      <p className="text-xs text-muted">
        {(isCompact ? [filter, ...foot] : foot).map((line, index) => (
          <span key={line}>
            {index > 0 && " · "}
            {line}
          </span>
        ))}
      </p>
    </figure>
  );
}

import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { AddressProblems } from "@/components/records/address-problems";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FigureFacts } from "@/lib/charts/figure";
import { wholeFileHref } from "@/lib/charts/figure-file-name";
import type { TablePage } from "@/lib/charts/table-view";
import type { FilterProblem } from "@/lib/filters/filter";
import { packJson } from "@/lib/text/pack-json";
import { joinRanges } from "@/lib/text/unbroken-range";
import { FigureTableView } from "./figure-table";

type Props = {
  facts: FigureFacts;
  shown: TablePage;
  problems: readonly FilterProblem[];
  /** The page that draws the figure. */
  figureHref: string;
  /** This page of the same view, without an order or a place. */
  href: string;
  /** The same in the order that is shown, by its number. */
  hrefOfPage: (page: number) => string;
  /** The route of its files, with the view. */
  route: string;
};

/** All rows of a figure's table, page by page, in the order of any of its columns. */
export function WholeTablePage({ facts, shown, problems, figureHref, href, hrefOfPage, route }: Props) {
  const t = useTranslations("figure");
  const { title, finding, definition, filter } = facts;
  return (
    <>
      <PageHeading
        title={t("tableCaption", { title })}
        lead={joinRanges(finding)}
        actions={(["csv", "json"] as const).map((format) => (
          <ButtonLink key={format} href={wholeFileHref(route, format)}>
            {t(format)}
          </ButtonLink>
        ))}
      />
      <div className="flex flex-col gap-4">
        <AddressProblems problems={problems} />
        <p className="measure text-sm text-muted">{joinRanges(filter)}</p>
        <p className="measure text-sm text-muted">
          <strong>{t("definition")}:</strong> {definition}
        </p>
        <p className="text-sm">
          <Link href={figureHref}>{t("toPicture")}</Link>
        </p>
        <div className="overflow-x-auto">
          <Messages of={["figure"]}>
            <FigureTableView
              title={title}
              packed={packJson(shown.table)}
              isWhole={shown.pages === 1 && shown.order === null}
              wholeHref={href}
              ordered={shown.order}
            />
          </Messages>
        </div>
        <Pages shown={shown} hrefOfPage={hrefOfPage} />
      </div>
    </>
  );
}

function Pages({ shown: { page, pages, total }, hrefOfPage }: Pick<Props, "shown" | "hrefOfPage">) {
  const t = useTranslations("figure");
  const ways = [
    page > 2 && { to: 1, text: t("firstRows") },
    page > 1 && { to: page - 1, text: t("rowsBefore"), rel: "prev" },
    page < pages && { to: page + 1, text: t("rowsAfter"), rel: "next" },
    page < pages - 1 && { to: pages, text: t("lastRows") },
  ].filter((way) => way !== false);
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 text-sm">
      <p className="text-muted">
        {t("rowCount", { count: total })} {pages > 1 && t("pageOf", { page, pages })}
      </p>
      {ways.map(({ to, text, rel }) => (
        <ButtonLink key={text} href={hrefOfPage(to)} rel={rel}>
          {text}
        </ButtonLink>
      ))}
    </nav>
  );
}

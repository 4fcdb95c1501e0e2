import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findFigureSource } from "@/app/_server/figure-sources";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { WholeTablePage } from "@/components/charts/whole-table";
import { rowsFor, tableFilter, tablePage } from "@/lib/charts/table-view";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "figure")("table") };
}

/** The whole table of any figure, by the path of its files. */
export default async function FigureTableRoute({ params, searchParams }: PageProps<"/figures/[...figure]">) {
  const actor = await requireActor();
  const path = (await params).figure.join("/");
  const source = findFigureSource(path);
  if (!source) notFound();
  const { page, order, ...own } = await searchParams;
  const { value: view, problems } = tableFilter.parse({ page, order });
  const figure = source(own);
  const { table, ...facts } = await figure.read(actor, rowsFor(view));
  const [href, route] = [`/figures/${path}`, `/api/v1/figures/${path}`].map((address) =>
    figure.query === "" ? address : `${address}?${figure.query}`,
  ) as [string, string];
  const withTable = (next: number) => {
    const query = tableFilter.toQuery({ ...view, page: next });
    return query === "" ? href : `${href}${href.includes("?") ? "&" : "?"}${query}`;
  };
  return (
    <WholeTablePage
      facts={facts}
      shown={tablePage(table, view, actor.locale)}
      problems={[...figure.problems, ...problems]}
      figureHref={`${figure.page}#${figure.name}`}
      href={href}
      hrefOfPage={withTable}
      route={route}
    />
  );
}

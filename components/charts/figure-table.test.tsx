import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import type { FigureTable as Table } from "@/lib/charts/figure";
import { type Catalogue, messages } from "@/lib/messages";
import { packJson } from "@/lib/text/pack-json";
import { Figure } from "./figure";
import { FigureTableView } from "./figure-table";

test("a figure's table draws itself with the words that a figure's island is sent", () => {
  const catalogue = { figure: messages.figure.en } as unknown as Partial<Catalogue>;
  const table: Table = {
    columns: [
      { key: "country", header: "Country" },
      { key: "figure", header: "Claimed", numeric: true },
    ],
    rows: [
      { key: "IT", cells: [{ value: "Italy" }, { value: 11, href: "/claims?country=IT" }] },
      { key: "NL", cells: [{ value: "Netherlands" }, { value: null, text: "no figure", missing: "no_figure" }] },
    ],
  };
  const html = renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={catalogue}>
      <FigureTableView title="Claimed" packed={packJson(table)} isWhole wholeHref="/figures/claimed" />
    </MessagesProvider>,
  );
  expect(html).toContain('<th scope="row"');
  expect(html).toContain('href="/claims?country=IT"');
  expect(html).toContain("no figure");
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  // Its headings sort in the browser: none is a button before the page is hydrated.
  expect(html).not.toContain("<button");
});

test("of more rows than are drawn the headings and the line below lead to the page of all", () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({
    key: `r${at}`,
    cells: [{ value: `Row ${at}` }, { value: at }],
  }));
  const data = {
    title: "Claimed",
    finding: "Found.",
    definition: "Defined.",
    filter: "Everything.",
    sources: "records",
    credits: "CC",
    asOf: "2022-12-20T10:00:00Z",
    revision: undefined,
    table: {
      columns: [
        { key: "country", header: "Country" },
        { key: "figure", header: "Figure", numeric: true },
      ],
      rows,
    },
  };
  const html = (locale: "en" | "nl") =>
    renderToStaticMarkup(
      <MessagesProvider
        locale={locale}
        catalogue={{ figure: messages.figure[locale] } as unknown as Partial<Catalogue>}
      >
        <Figure id="claimed" data={data} href="/charts" route="/api/v1/figures/claimed?country=IT">
          <p />
        </Figure>
      </MessagesProvider>,
    );
  expect(html("en").match(/<th scope="row"/g)).toHaveLength(50);
  expect(html("en")).toContain("The first 50 of 120 rows.");
  expect(html("nl")).toContain("De eerste 50 van 120 rijen.");
  expect(html("en")).toMatch(/href="\/figures\/claimed\?country=IT"[^>]*>All 120 rows/);
  expect(html("en")).toContain('href="/figures/claimed?country=IT&amp;order=-figure" ');
  // The files have all of them.
  expect(html("en")).toContain('href="/api/v1/figures/claimed?country=IT&amp;format=csv"');
});

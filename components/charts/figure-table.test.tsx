import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import type { FigureTable as Table } from "@/lib/charts/figure";
import { type Catalogue, messages } from "@/lib/messages";
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
      <FigureTableView title="Claimed" table={table} />
    </MessagesProvider>,
  );
  expect(html).toContain('<th scope="row"');
  expect(html).toContain('href="/claims?country=IT"');
  expect(html).toContain("no figure");
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  // Its headings sort in the browser: none is a button before the page is hydrated.
  expect(html).not.toContain("<button");
});

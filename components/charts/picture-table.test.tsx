import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SentWords } from "@/components/words-client";
import type { PictureTable as Table } from "@/lib/charts/figure";
import { type Catalogue, messages } from "@/lib/messages";
import { PictureTable } from "./picture-table";

test("a picture's table draws itself with the words that a picture's island is sent", () => {
  const words = { picture: messages.picture.en } as unknown as Partial<Catalogue>;
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
    <SentWords locale="en" words={words}>
      <PictureTable title="Claimed" table={table} />
    </SentWords>,
  );
  expect(html).toContain('<th scope="row"');
  expect(html).toContain('href="/claims?country=IT"');
  expect(html).toContain("no figure");
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  // Its headings sort in the browser: none is a button before the page is awake.
  expect(html).not.toContain("<button");
});

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { nextMarkByKey } from "./arrow-keys";
import { composeExportPage, wrapText } from "./export-page";
import { type FigureData, firstRows, nextFigureOrder, sortRows } from "./figure";
import { figureCsv, figureJson, rowsForJson } from "./figure-file";

const hash = `sha256:${"a".repeat(64)}`;
const data: FigureData = {
  title: "Claimed beside documented",
  finding: '=2+5 of them, said <b>"nobody"</b>',
  definition: "Stations",
  filter: "All countries.",
  sources: "Records of this dossier",
  credits: "CC BY 4.0",
  asOf: "2026-11-25T12:00:00.000Z",
  revision: { seq: 12, hash },
  table: {
    columns: [
      { key: "country", header: "Land" },
      { key: "claimed", header: "Beweerd", numeric: true },
      { key: "note", header: "Opmerking" },
    ],
    rows: [
      { key: "IT", cells: [{ value: "Italy" }, { value: 11 }, { value: '=HYPERLINK("x")' }] },
      {
        key: "TV",
        cells: [
          { value: "Tuvalu" },
          { value: null, missing: "not_examined", text: "not examined" },
          { value: "\t+1" },
        ],
      },
      { key: "CA", cells: [{ value: "Canada" }, { value: 0 }, { value: '−1, "quoted"\nline' }] },
    ],
  },
};
const where = { name: "claimed", url: "https://desk.example/charts?country=IT#claimed" };

test("what is not known comes last, whichever way a column is sorted", () => {
  const keys = (descending: boolean) =>
    sortRows(data.table.rows, { column: 1, descending }, "en").map(({ key }) => key);
  expect(keys(true)).toEqual(["IT", "CA", "TV"]);
  expect(keys(false)).toEqual(["CA", "IT", "TV"]);
  expect(nextFigureOrder(null, 1, true)).toEqual({ column: 1, descending: true });
  expect(nextFigureOrder({ column: 1, descending: true }, 1, true)).toEqual({ column: 1, descending: false });
  expect(nextFigureOrder({ column: 1, descending: true }, 0, false)).toEqual({ column: 0, descending: false });
});

test("a CSV says what its figures are, and writes in words what is not known", () => {
  const text = figureCsv(where, data);
  expect(text.startsWith("\uFEFF# figure,claimed\r\n")).toBe(true);
  const lines = parse(text, { bom: true, relax_column_count: true }) as string[][];
  const facts = Object.fromEntries(
    lines.filter(([key]) => key?.startsWith("# ")).map(([key, value]) => [key, value]),
  );
  expect(facts).toMatchObject({
    "# revision": `12 ${hash}`,
    "# as of": data.asOf,
    "# filter": "All countries.",
    "# licence": "CC BY 4.0",
    "# address": where.url,
  });
  const rows = lines.filter(([key]) => !key?.startsWith("# "));
  expect(rows[0]).toEqual(["country", "claimed", "note"]);
  expect(rows.map(([, claimed]) => claimed)).toEqual(["claimed", "11", "not examined", "0"]);
});

test("no cell of a CSV is a formula", () => {
  const lines = parse(figureCsv(where, data), { bom: true, relax_column_count: true }) as string[][];
  for (const cell of lines.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
  expect(lines.flat()).toContain('\'=HYPERLINK("x")');
  expect(lines.flat()).toContain('\'=2+5 of them, said <b>"nobody"</b>');
});

const whole = { page: 1, rows: "all" } as const;

test("JSON has a page of the rows, which together are all of them, and says how many there are and which is next", () => {
  const made = Array.from({ length: 120 }, (_, n) => ({
    key: `${n}`,
    cells: [{ value: `Place ${n}` }, { value: n }],
  }));
  const long = { ...data, table: { columns: data.table.columns.slice(0, 2), rows: made } };
  const all = figureJson(where, long, whole);
  expect([all.rows.length, all.total, all.next]).toEqual([120, 120, null]);
  const pages = [1, 2, 3, 4].map((page) => {
    const view = { page, rows: "50" } as const;
    // A page is the same of a table that was made no further than its end.
    const first = { ...long, table: firstRows(long.table, rowsForJson(view) ?? 0) };
    expect(figureJson(where, first, view)).toEqual(figureJson(where, long, view));
    return figureJson(where, first, view);
  });
  expect(pages.map(({ rows, total, next }) => [rows.length, total, next])).toEqual([
    [50, 120, 2],
    [50, 120, 3],
    [20, 120, null],
    [0, 120, null],
  ]);
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
});

test("JSON tells an absent figure from zero", () => {
  const json = figureJson(where, data, whole);
  expect(json).toMatchObject({ name: "claimed", revision: { seq: 12, hash }, licence: "CC BY 4.0" });
  expect(json.rows.map(({ claimed }) => claimed)).toEqual([
    11,
    { missing: "not_examined", words: "not examined" },
    0,
  ]);
});

test("figures of no revision that their reader may know name none in their files, which is not “none yet”", () => {
  const of = (revision: null | undefined) => ({ ...data, revision });
  expect(figureCsv(where, of(null))).toContain("# revision,none\r\n");
  expect(figureCsv(where, of(undefined))).not.toContain("# revision");
  expect(JSON.parse(JSON.stringify(figureJson(where, of(undefined), whole)))).not.toHaveProperty("revision");
});

test("the arrow keys go along a row, and to the next row as far along", () => {
  const marks = ["IT", "IT", "IT", "NL", "CA", "CA"].map((row) => ({ row }));
  expect(nextMarkByKey(marks, 2, "ArrowRight")).toBe(3);
  expect(nextMarkByKey(marks, 2, "ArrowDown")).toBe(3);
  expect(nextMarkByKey(marks, 1, "ArrowDown")).toBe(3);
  expect(nextMarkByKey(marks, 3, "ArrowDown")).toBe(4);
  expect(nextMarkByKey(marks, 5, "ArrowUp")).toBe(3);
  expect(nextMarkByKey(marks, 5, "ArrowDown")).toBe(5);
  expect(nextMarkByKey(marks, 0, "ArrowLeft")).toBe(0);
  expect(nextMarkByKey(marks, 2, "End")).toBe(5);
  expect(nextMarkByKey(marks, 2, "Enter")).toBeNull();
  expect(nextMarkByKey([], 0, "Home")).toBeNull();
  expect(nextMarkByKey([{ row: null }, { row: null }], 0, "ArrowDown")).toBe(1);
});

const wide = (text: string) => text.length * 10;

test("a long line is broken between words, and a long word where it must", () => {
  expect(wrapText("one two  three", 80, wide)).toEqual(["one two", "three"]);
  expect(wrapText("abcdefgh ij", 40, wide)).toEqual(["abcd", "efgh", "ij"]);
  expect(wrapText("  ", 40, wide)).toEqual([]);
});

test("an exported page holds its text, harmless as markup, around the drawing", () => {
  const exportPage = {
    language: "en",
    title: data.title,
    finding: data.finding,
    filter: "Italy & France",
    foot: ["Source: x"],
  };
  const svg = composeExportPage(exportPage, { markup: '<g><circle r="1"/></g>', width: 900, height: 100 }, wide);
  expect(svg).toContain('width="948"');
  expect(svg).toContain('<title id="title">Claimed beside documented</title>');
  expect(svg).toMatch(/<desc id="desc">[^<]*Source: x<\/desc>/);
  expect(svg).toContain("Italy &#38; France");
  expect(svg).not.toContain("<b>");
  expect(svg.indexOf("Italy")).toBeLessThan(svg.indexOf("<circle"));
  expect(svg.indexOf(">Source: x")).toBeGreaterThan(svg.indexOf("<circle"));
  expect(svg).not.toMatch(/(?:href|url\()="?http/);
});

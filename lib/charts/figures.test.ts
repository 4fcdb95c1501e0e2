import { expect, test } from "vitest";
import { type CountryNumbers, orderCountries, responseRate } from "../figures/country-figure";
import { dashboardFilter } from "../filters/dashboard-filter";
import { COUNTRY_CODES } from "../records/country";
import type { EvidenceNumbers } from "./evidence-months";
import { figureCsv } from "./figure-file";
import { COUNTRIES_DRAWN, type FigureContext } from "./figure-model";
import { buildFigure } from "./figures";
import { stackedParts } from "./stacked-parts";

const scopeOf = (query: string) => dashboardFilter.parse(new URLSearchParams(query)).value;
const occasion: FigureContext = {
  filter: scopeOf(""),
  seesDrafts: true,
  locale: "en",
  asOf: "2026-11-25T12:00:00.000Z",
  timeZone: "UTC",
  revision: { seq: 7, hash: "sha256:abc" },
};

const org = (name: string) => ({ id: name, slug: name.toLowerCase().replaceAll(" ", "-"), name });
const mark = (value: number, name: string, more: Partial<CountryNumbers["claimed"]["marks"][number]> = {}) => ({
  value,
  bound: "exactly" as const,
  claimants: [org(name)],
  relayedBy: null,
  asOf: { edtf: "2022-12-05", from: "2022-12-05", to: "2022-12-05" },
  standing: true,
  claims: [{ slug: `clm-${value}` }],
  ...more,
});
const NOTHING: CountryNumbers = {
  country: "TV",
  coverage: "not_examined",
  claimed: { lowest: null, highest: null, marks: [] },
  statuses: [],
  responses: [],
  replies: { asked: 0, answered: 0, medianDays: null },
};
const ITALY: CountryNumbers = {
  ...NOTHING,
  country: "IT",
  coverage: "reported",
  claimed: {
    lowest: 1,
    highest: 11,
    marks: [
      mark(1, "Ministry"),
      mark(4, "Safeguard Defenders", { standing: false }),
      mark(11, "Safeguard Defenders"),
    ],
  },
  statuses: [
    { status: "reported", count: 3, published: 1 },
    { status: "denied", count: 4, published: 4 },
  ],
  responses: [
    { kind: "denial", count: 2 },
    { kind: "arrests_or_charges", count: 1 },
    { kind: "statement", count: 5 },
  ],
  replies: { asked: 4, answered: 1, medianDays: 7.5 },
};
const CANADA: CountryNumbers = {
  ...NOTHING,
  country: "CA",
  coverage: "reported",
  claimed: { lowest: 5, highest: 5, marks: [mark(5, "RCMP", { bound: "at_least" })] },
  replies: { asked: 2, answered: 0, medianDays: null },
};
const FIJI: CountryNumbers = { ...NOTHING, country: "FJ", coverage: "examined_none_found" };
const ALL = [NOTHING, ITALY, CANADA, FIJI];

const cellsOf = (data: { table: { rows: readonly { key: string; cells: readonly unknown[] }[] } }, key: string) =>
  data.table.rows.find((row) => row.key === key)?.cells;

test("claims stand beside each other, the replaced one told apart, and are never added up", () => {
  const { layout, data } = buildFigure("claimed", ALL, occasion);
  const italy = layout.rows.find(({ country }) => country === "IT");
  expect(italy?.band).toEqual([1, 11]);
  expect(italy?.dots.map(({ value, standing }) => [value, standing])).toEqual([
    [1, true],
    [4, false],
    [11, true],
  ]);
  expect([italy?.claimedText, italy?.claimedShort]).toEqual(["1–11 claimed", "1–11"]);
  expect(italy?.dots[1]?.description).toMatch(/^Italy: 4 claimed earlier by Safeguard Defenders, 5 December 2022;/);
  const numbers = data.table.rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  for (const sum of [12, 15, 16, 21]) expect(numbers).not.toContain(sum);
  expect(cellsOf(data, "IT")?.slice(2, 4)).toMatchObject([{ value: 1 }, { value: 11 }]);
});

test("a bar is as long as its parts, each of which leads to its stations", () => {
  const { layout } = buildFigure("claimed", [ITALY], { ...occasion, filter: scopeOf("records=published") });
  const [italy] = layout.rows;
  expect(italy?.onFile).toBe(7);
  expect(italy?.parts.map(({ start, count, isPublic }) => [start, count, isPublic])).toEqual([
    [0, 1, true],
    [1, 4, true],
    [5, 2, false],
  ]);
  expect(italy?.parts[1]?.href).toBe("/stations?country=IT&status=denied&records=published");
  expect(italy?.documentedText).toBe("5 documented + 2 not public");
  const [then] = buildFigure("claimed", [ITALY], { ...occasion, filter: scopeOf("to=2022-10-15&box=6,36,19,47") })
    .layout.rows;
  expect(then?.parts[1]?.href).toBe("/stations?country=IT&status=denied&to=2022-10-15&box=6%2C36%2C19%2C47");
  expect(layout.most).toBeGreaterThanOrEqual(11);
  expect(layout.ticks.at(-1)).toBe(layout.most);
});

test("what is not public stands behind what is, and both lead to as many as they are", () => {
  const { layout } = buildFigure("claimed", [ITALY], occasion);
  expect(layout.rows[0]?.parts.map(({ description, href }) => [description, href])).toEqual([
    [
      "Italy: 1 station on file and published, with status “Reported”.",
      "/stations?country=IT&status=reported&state=corrected&state=published",
    ],
    ["Italy: 4 stations on file and published, with status “Denied”.", "/stations?country=IT&status=denied"],
    [
      "Italy: 2 stations on file and not public, with status “Reported”.",
      "/stations?country=IT&status=reported&not.state=corrected&not.state=published",
    ],
  ]);
  expect(layout.notPublic).toEqual({ count: 2, href: "/stations?not.state=corrected&not.state=published" });
  const [status] = ITALY.statuses.slice(1);
  expect(
    buildFigure("claimed", [{ ...ITALY, statuses: status ? [status] : [] }], occasion).layout.notPublic,
  ).toBeNull();
});

test("the key counts the stations of all countries, as the lists do to which it leads, and not of those drawn alone", () => {
  const codes = COUNTRY_CODES.slice(0, COUNTRIES_DRAWN + 3);
  const reported = { ...NOTHING, coverage: "reported" as const, statuses: ITALY.statuses.slice(0, 1) };
  const figures = [...codes.map((country) => ({ ...reported, country })), { ...ITALY, country: "ZW" }];
  const { layout } = buildFigure("claimed", figures, occasion);
  expect(layout.rows.length).toBe(COUNTRIES_DRAWN);
  expect(layout.statuses.map(({ status, count, href }) => [status, count, href])).toEqual([
    ["reported", 3 * (codes.length + 1), "/stations?status=reported"],
    ["denied", 4, "/stations?status=denied"],
  ]);
});

test("who gives no figure, who looked and found none, and who was not examined are three words and no zero", () => {
  const { data, layout } = buildFigure("claimed", ALL, occasion);
  expect(cellsOf(data, "TV")?.slice(2, 4)).toEqual([
    { value: null, missing: "no_figure", text: "no figure" },
    { value: null, missing: "no_figure", text: "no figure" },
  ]);
  expect(cellsOf(data, "TV")?.[5]).toEqual({ value: null, missing: "not_examined", text: "not examined" });
  expect(cellsOf(data, "FJ")?.[5]).toEqual({ value: null, missing: "none_found", text: "examined, none found" });
  const csv = figureCsv({ name: "claimed", url: "https://x.example/" }, data).split("\r\n");
  const tuvalu = csv.find((line) => line.startsWith("Tuvalu"));
  expect(tuvalu).not.toMatch(/,0(?:,|$)/);
  expect(tuvalu).not.toMatch(/,,/);
  expect(layout.rows.map(({ country }) => country)).not.toContain("TV");
});

test("countries are ordered by what matters; who has no figure comes last", () => {
  const by = (sort: Parameters<typeof orderCountries>[1]) =>
    orderCountries(ALL, sort, (code) => code).map(({ country }) => country);
  expect(by("claimed")).toEqual(["IT", "CA", "FJ", "TV"]);
  expect(by("documented")).toEqual(["IT", "CA", "FJ", "TV"]);
  expect(by("days")).toEqual(["IT", "CA", "FJ", "TV"]);
  expect(by("asked")[0]).toBe("IT");
  expect(by("name")).toEqual(["CA", "FJ", "IT", "TV"]);
});

test("of many governments those that responded most are drawn, in the order of the page", () => {
  const spoke = (country: string, count: number) => ({
    ...NOTHING,
    country,
    responses: [{ kind: "denial" as const, count }],
  });
  const figures = COUNTRY_CODES.slice(0, COUNTRIES_DRAWN + 2).map((code, index) => spoke(code, index === 3 ? 1 : 2));
  const { layout } = buildFigure("responses", [...figures, spoke("ZW", 20)], occasion);
  const drawn = layout.rows.map(({ country }) => country);
  expect(drawn).toHaveLength(COUNTRIES_DRAWN);
  expect(drawn.at(-1)).toBe("ZW");
  expect(drawn).not.toContain(COUNTRY_CODES[3]);
  expect(drawn).toEqual([...drawn].sort());
  expect(orderCountries([...figures, spoke("ZW", 20)], "responses", (code) => code)[0]?.country).toBe("ZW");
});

test("nobody asked is no response rate, and asked in vain is one of nought", () => {
  expect(responseRate(NOTHING)).toBeNull();
  expect(responseRate(CANADA)).toBe(0);
  const { layout, data } = buildFigure("responses", ALL, occasion);
  const row = (of: string) => layout.rows.find(({ country }) => country === of);
  const bars = (country: string) => row(country)?.bars.map(({ count }) => count);
  expect(bars("IT")).toEqual([4, 1, 2, 0, 1]);
  expect(bars("CA")).toEqual([2, 0, 0, 0, 0]);
  expect(row("IT")?.under).toBe("Response rate 25%; median 7.5 days to answer");
  expect(row("CA")?.under).toBe("Response rate 0%; no answer yet");
  const silent = { ...NOTHING, responses: ITALY.responses };
  expect(buildFigure("responses", [silent], occasion).layout).toMatchObject({
    rows: [{ under: null }],
    notAsked: "Not asked: no response rate, no days to answer",
  });
  expect(buildFigure("responses", [CANADA], occasion).layout.notAsked).toBeNull();
  expect(cellsOf(data, "FJ")?.[2]).toEqual({ value: null, missing: "not_asked", text: "not asked" });
  expect(cellsOf(data, "CA")?.slice(6)).toEqual([
    { value: null, missing: "no_figure", text: "no answer yet" },
    { value: 0, text: "0%" },
  ]);
  expect(cellsOf(data, "IT")?.slice(6)).toEqual([
    { value: 7.5, text: "7.5 days" },
    { value: 0.25, text: "25%" },
  ]);
});

test("a number of requests leads to the letters to that country's authorities, sent in the period", () => {
  const hrefs = (query: string) =>
    buildFigure("responses", [ITALY], { ...occasion, filter: scopeOf(query) }).layout.rows[0]?.bars.map(
      ({ href }) => href,
    );
  expect(hrefs("from=2022-09-01&records=published")?.slice(0, 2)).toEqual([
    "/replies?sent=yes&sentFrom=2022-09-01&government=IT&records=published",
    "/replies?sent=yes&sentFrom=2022-09-01&answered=yes&government=IT&records=published",
  ]);
  const inBox = /^\/(?:replies|responses)\?.*&box=5%2C40%2C20%2C50$/;
  expect(hrefs("box=5,40,20,50")).toEqual(Array(5).fill(expect.stringMatching(inBox)));
});

const EVIDENCE: EvidenceNumbers = {
  months: [
    { month: "2022-10", count: 12 },
    { month: "2022-11", count: 0 },
    { month: "2022-12", count: 9 },
  ],
  coarser: 3,
  undated: 2,
  divided: {
    by: "language",
    total: 26,
    parts: ["a", "b", "c", "d", "e", "f", null].flatMap((value, index) => [
      { month: "2022-10", value, count: index === 0 ? 6 : 1 },
      ...(index < 3 ? [{ month: "2022-12", value, count: 3 }] : []),
    ]),
    totals: [
      { value: "a", count: 12 },
      { value: "b", count: 4 },
      { value: "c", count: 4 },
      { value: "d", count: 2 },
      { value: "e", count: 2 },
      { value: "f", count: 1 },
      { value: null, count: 1 },
    ],
  },
};

test("a stack has six parts at most, and they are the whole month", () => {
  const { layout, data } = buildFigure("evidence-languages", EVIDENCE, occasion);
  expect(layout.series.map(({ key }) => key)).toEqual(["a", "b", "c", "d", "e", "rest"]);
  for (const row of layout.rows) expect(row.parts.reduce((sum, { count }) => sum + count, 0)).toBe(row.total);
  expect(layout.rows[1]).toMatchObject({ month: "2022-11", total: 0, parts: [] });
  const rest = layout.rows[0]?.parts.find(({ series }) => series === "rest");
  expect(rest?.href).toBe(
    "/evidence?not.language=a&not.language=b&not.language=c&not.language=d&not.language=e&period=2022-10",
  );
  expect(data.finding).toContain("most are from October 2022 (12)");
  expect(data.finding).toContain("3 more are dated less precisely");
  expect(data.finding).toContain("2 have no known date");
  expect(data.table.rows.map(({ key }) => key)).toEqual(["2022-10", "2022-12"]);
});

const STATUS = {
  steps: [
    { day: "2022-09-12", counts: [{ status: "reported" as const, count: 3 }] },
    {
      day: "2022-11-01",
      counts: [
        { status: "reported" as const, count: 2 },
        { status: "ordered_closed" as const, count: 2 },
      ],
    },
  ],
  countries: [
    { country: "NL", steps: [{ day: "2022-11-01", counts: [{ status: "ordered_closed" as const, count: 2 }] }] },
  ],
  undated: 1,
};

test("the middles of a month's parts stand one above the other, within the month", () => {
  const row = { parts: [{ count: 4 }, { count: 2 }, { count: 1 }] } as unknown as Parameters<typeof stackedParts>[0];
  expect(stackedParts(row).map(({ middle }) => middle)).toEqual([2, 5, 6.5]);
});

test("steps hold until the next, the last until the end of the view", () => {
  const { layout, data } = buildFigure("status", STATUS, { ...occasion, filter: scopeOf("to=2022-12-31") });
  expect(layout.points.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
    "2022-09-12",
    "2022-11-01",
    "2022-12-31",
  ]);
  expect(layout.points[2]?.counts).toEqual({ reported: 2, ordered_closed: 2 });
  expect(layout.marks.map(({ status, height }) => [status, height])).toEqual([
    ["reported", 3],
    ["reported", 2],
    ["ordered_closed", 4],
  ]);
  expect(layout.marks[2]?.description).toBe(
    "1 November 2022: “Ordered closed” from 0 to 2, of 4 stations in all. Opens the stations that had it then.",
  );
  expect(layout.marks[2]?.href).toBe("/stations?status=ordered_closed&to=2022-11-01");
  expect(layout.labels.map(({ middle }) => middle)).toEqual([1, 3]);
  expect(layout.countries.map(({ country, total }) => [country, total])).toEqual([["NL", 2]]);
  expect(data.finding).toContain("One more station bears no date");
  expect(cellsOf(data, "NL 2022-11-01")?.map((cell) => (cell as { value: unknown }).value)).toEqual([
    "2022-11-01",
    "Netherlands",
    2,
    0,
    2,
  ]);
});

test("a figure of nothing says so in both languages", () => {
  for (const locale of ["en", "nl"] as const) {
    const empty = { ...occasion, locale };
    const months = buildFigure(
      "evidence-kinds",
      { months: [], coarser: 0, undated: 0, divided: { by: "kind", total: 0, parts: [], totals: [] } },
      empty,
    );
    const status = buildFigure("status", { steps: [], countries: [], undated: 0 }, empty);
    for (const { data } of [buildFigure("claimed", [], empty), buildFigure("responses", [], empty), months, status]) {
      expect(data.finding.trim()).not.toBe("");
      expect(data.table.rows).toEqual([]);
    }
  }
});

test("a range whose upper end is a least keeps its word", () => {
  const marks = [mark(3, "Safeguard Defenders"), mark(8, "RCMP", { bound: "at_least" })];
  const { layout } = buildFigure("claimed", [{ ...CANADA, claimed: { lowest: 3, highest: 8, marks } }], occasion);
  expect(layout.rows[0]?.claimedText).toBe("3 – at least 8 claimed");
});

test("a figure and a least of the same number stand beside each other, not as a range", () => {
  const marks = [mark(2, "Safeguard Defenders"), mark(2, "RTL Nieuws", { bound: "at_least" })];
  const { layout } = buildFigure("claimed", [{ ...CANADA, claimed: { lowest: 2, highest: 2, marks } }], occasion);
  expect(layout.rows[0]?.claimedText).toBe("2 and at least 2 claimed");
});

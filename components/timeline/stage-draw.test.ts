import { expect, test } from "vitest";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { isoDay } from "@/lib/dates/days";
import { parseEdtf } from "@/lib/dates/edtf";
import type { TimelineDataEntry } from "@/lib/timeline/timeline-data";
import { heightsOf, pixelsADay, placedMarks, rowsIn, type StageFrame } from "@/lib/timeline/timeline-geometry";
import { levelFor } from "@/lib/timeline/timeline-levels";
import { keepViewIn, viewOf, zoomViewBy } from "@/lib/timeline/timeline-view";
import { countInView } from "./explorer-view";
import type { StageColours } from "./stage-colours";
import { drawStage, type Scene } from "./stage-draw";
import { stageModel } from "./stage-model";

const TEXTS = [
  "2022-10-26",
  "2022-10",
  "2022~",
  "2019?",
  "2016/2018",
  "2021/..",
  "../2020",
  "2022-12-05",
  "2022-12-05",
];
const LANES = ["events", "reports", "claims", "responses", "evidence"] as const;
const dataEntries = TEXTS.flatMap((edtf, n): TimelineDataEntry[] =>
  LANES.map((lane) => ({
    lane,
    kind: "other",
    slug: `${lane}-${n}`,
    on: "nl-amsterdam",
    title: n % 2 ? "福州警侨站" : `Record ${n}`,
    language: null,
    countries: n === 0 ? [] : n % 3 ? ["IT", "NL"] : ["IT"],
    date: parseEdtf(edtf),
    period: null,
  })),
);
const notes = [{ id: "1", text: "Second report", language: null, date: parseEdtf("2022-12") }];
const names = { lane: (lane: string) => `Lane ${lane}`, what: (lane: string) => lane };
const colours = new Proxy({} as StageColours, {
  get: (_all, key) => (key === "font" ? "serif" : "rgb(0, 114, 178)"),
});

/** A canvas that keeps what it was told. */
function recorder() {
  const texts: string[] = [];
  const stops: string[] = [];
  const numbers: number[] = [];
  const ctx = new Proxy({} as Record<string, unknown>, {
    get: (own, key) => {
      if (key in own) return own[key as string];
      if (key === "createLinearGradient") {
        return () => ({
          addColorStop: (at: number, colour: string) => {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(1);
            stops.push(colour);
          },
        });
      }
      return (...given: unknown[]) => {
        if (key === "fillText") texts.push(String(given[0]));
        for (const one of given) if (typeof one === "number") numbers.push(one);
      };
    },
  });
  return { ctx: ctx as unknown as CanvasRenderingContext2D, texts, stops, numbers };
}

function sceneAt(by: "kind" | "country", zoom: number): Scene {
  const model = stageModel(dataEntries, notes, by, LANES, names);
  const whole = { start: model.levels.start, end: model.levels.end };
  const view = keepViewIn(whole, zoomViewBy(whole, 2 ** zoom, 0.93));
  const level = levelFor(model.levels, pixelsADay({ view, width: 900 }));
  const frame: StageFrame = { view, width: 900, level, ...heightsOf(rowsIn({ view, width: 900, level })) };
  const placed = placedMarks(frame);
  const { entries, laneNames } = model;
  const formatTick = (day: string) => day;
  return {
    frame,
    placed,
    entries,
    laneNames,
    colours,
    formatTick,
    pointed: placed[0] ?? null,
    until: 19_000,
    chosen: [9, 99],
  };
}

for (const by of ["kind", "country"] as const) {
  test(`every zoom of lanes by ${by} draws what can be drawn`, () => {
    for (let zoom = -1; zoom < 12; zoom += 0.5) {
      const { ctx, texts, numbers } = recorder();
      drawStage(ctx, sceneAt(by, zoom));
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(texts).toContain("Lane notes");
      expect(texts.join()).toMatch(/\d{4}-\d\d-\d\d/);
    }
  });
}

test("dates that are open or about fade, and say so by nothing else than their ends", () => {
  const { ctx, stops } = recorder();
  drawStage(ctx, sceneAt("kind", 0));
  expect(stops).toContain("rgba(0,114,178,0)");
});

test("a claim that names a time has a mark where it was said and a thin one where that time is, and is one record", () => {
  const claim = {
    lane: "claims",
    kind: "asserts",
    slug: "clm-1",
    on: null,
    title: "Patrols",
    language: null,
  } as const;
  const dates = { date: parseEdtf("2022-12"), period: parseEdtf("2016/2018") };
  const model = stageModel([{ ...claim, countries: ["IT"], ...dates }], [], "kind", ["claims"], names);
  const [lane] = model.levels.levels[0]?.lanes ?? [];
  expect(lane?.marks.map(({ from, to, spoken }) => [isoDay(from), isoDay(to), spoken])).toEqual([
    ["2016-01-01", "2018-12-31", true],
    ["2022-12-01", "2022-12-31", false],
  ]);
  expect(model.entries.map(({ dates: own, isSpoken }) => [formatClaimDates(own, "en"), isSpoken])).toEqual([
    ["said December 2022, of 2016–2018", false],
    ["said December 2022, of 2016–2018", true],
  ]);
  const countIn = (from: string, to: string) => countInView(model, viewOf({ from, to }));
  expect([countIn("2016-01-01", "2022-12-31"), countIn("2017-01-01", "2017-12-31")]).toEqual([1, 0]);
});

test("a record about two countries stands in both lanes, what is about none apart, annotations above", () => {
  const model = stageModel(dataEntries, notes, "country", LANES, names);
  expect(model.lanes).toEqual(["notes", "IT", "NL", "nowhere"]);
  const held = model.levels.levels[0]?.lanes.map(({ lane, marks }) => [
    lane,
    marks.flatMap(({ entries }) => entries).length,
  ]);
  expect(held).toEqual([
    ["notes", 1],
    ["IT", 40],
    ["NL", 30],
    ["nowhere", 5],
  ]);
  expect(Math.max(...model.levels.levels.flatMap(({ lanes }) => lanes.map(({ rows }) => rows)))).toBe(4);
});

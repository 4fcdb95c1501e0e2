import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { packJson } from "@/lib/text/pack-json";
import { TimelineBars } from "../timeline/timeline-bars";
import { StationMarks } from "./station-marks";

const place = { x: 1, y: 2, radius: 3, glyph: "2", count: 2 };
const bar = { x: 0, y: 0, width: 9, height: 9, fill: "red", opacity: 1, colour: "red", dashes: null, count: 3 };

test("what a mark says is said once, as its label, whether it leads anywhere or not", () => {
  const marks = [
    { ...place, key: "a", description: "Two stations in Prato", href: "/stations?box=1" },
    { ...place, key: "b", description: "Two stations in Milan", href: null },
  ];
  const drawing = packJson({ box: { x: 0, y: 0, width: 9, height: 9 }, scale: 1, marks });
  const map = renderToStaticMarkup(<StationMarks packed={drawing} world={{ width: 9, height: 9 }} className="" />);
  const ends = { title: null, date: null, beginsBefore: false, endsAfter: false };
  const bars = packJson([{ ...bar, ...ends, key: "c", row: "r", href: "/evidence", description: "Three items" }]);
  const lane = renderToStaticMarkup(<TimelineBars packed={bars} />);
  for (const said of ["Two stations in Prato", "Two stations in Milan", "Three items"]) {
    const page = map + lane;
    expect(page.split(said)).toHaveLength(2);
    expect(page).toContain(`aria-label="${said}"`);
  }
});

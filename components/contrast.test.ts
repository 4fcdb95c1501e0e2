import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../app/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string, theme: "light" | "dark"): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => luminance(tokens.get(name)?.[theme] ?? "#000000"))
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT = ["ink", "muted", "accent", "danger", "caution"].flatMap((text) =>
  ["paper", "raised", "sunken"].map((ground) => [text, ground] as const),
);
const ON_COLOUR = [
  ["accent-ink", "accent"],
  ["danger-ink", "danger"],
  ["danger", "danger-soft"],
  ["ink", "caution-soft"],
  ["ink", "accent-soft"],
] as const;
const MARKS = ["1", "2", "3", "4", "5", "6", "rest"]
  .map((name) => `data-${name}`)
  .concat("rule-strong", "accent")
  .flatMap((mark) => [[mark, "paper"] as const, [mark, "raised"] as const]);

test.each(["light", "dark"] as const)("text has 4.5:1 on its ground in the %s theme", (theme) => {
  const poor = [...TEXT, ...ON_COLOUR].filter(([text, ground]) => contrast(text, ground, theme) < 4.5);
  expect(poor).toEqual([]);
});

test.each(["light", "dark"] as const)("marks have 3:1 on their ground in the %s theme", (theme) => {
  expect(MARKS.filter(([mark, ground]) => contrast(mark, ground, theme) < 3)).toEqual([]);
});

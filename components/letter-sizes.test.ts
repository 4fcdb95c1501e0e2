import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:css|tsx?)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${root}${folder}/${file}`, "utf8") })),
);

/** The least number of each declaration that a pattern finds; sizes in other units follow the page's scale. */
const under = (least: number, pattern: RegExp, of: (file: string) => boolean) =>
  sources
    .filter(({ file }) => of(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([said, numbers = ""]) => ({ file, said, numbers })))
    .filter(({ numbers }) =>
      (numbers.match(/\d+(?:\.\d+)?/g) ?? []).some((size) => Number(size) > 4 && Number(size) < least),
    )
    .map(({ file, said }) => `${file}: ${said}`);

const isPaper = (file: string) => file.startsWith("components/pdf/");

test("no letter on a screen is smaller than 12 px", () => {
  const drawn = under(12, /fontSize(?:=|: ?)["{]?([^"}\n;]+)/g, (file) => !isPaper(file));
  const styled = under(12, /font(?:-size)?: ?(\d+(?:\.\d+)?)px|text-\[(\d+)px\]/g, () => true);
  const canvas = under(12, /\.font = [`"][^`"]*?(\d+)px/g, () => true);
  const given = under(12, /\bsize(?:=| = )[{]?([^}\n;]+)/g, (file) => file.startsWith("components/charts/"));
  expect([...drawn, ...styled, ...canvas, ...given]).toEqual([]);
});

test("no letter on paper is smaller than 8 points", () => {
  expect([
    ...under(8, /font(?:-size)?: ?(\d+(?:\.\d+)?)pt|text-\[(\d+(?:\.\d+)?)pt\]/g, () => true),
    ...under(8, /fontSize: ?(\d+(?:\.\d+)?)/g, isPaper),
  ]).toEqual([]);
});

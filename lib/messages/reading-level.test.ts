import { expect, test } from "vitest";
import { charts } from "./charts";
import { explorer } from "./explorer";
import { figure } from "./figure";
import { map } from "./map";
import { summary } from "./summary";
import { timeline } from "./timeline";

/** Roughly, as counts of syllables by letters are. */
function syllables(word: string): number {
  const stem = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]e|ed)$/, "");
  return Math.max(1, (stem.match(/[aeiouy]{1,2}/g) ?? []).length);
}

/** Flesch–Kincaid grade: years of school, in English. */
function readingGrade(text: string): number {
  const sentences = text.split(/[.!?;:]+\s|[.!?]$/).filter((part) => part.trim() !== "").length || 1;
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
}

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every sentence of some length, with a plain word where a value goes. */
function sentencesOf(texts: Catalogue, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    if (typeof text !== "string") return sentencesOf(text, `${path}.${key}`);
    const plain = text.replace(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "some");
    return (plain.match(/[A-Za-z]+/g) ?? []).length >= 12 ? [[`${path}.${key}`, plain]] : [];
  });
}

test("the grade of a text grows with its words and sentences", () => {
  expect(readingGrade("The cat sat on the mat.")).toBeLessThan(2);
  const bureaucratic =
    "Notwithstanding jurisdictional considerations, authorisation necessitates institutional verification.";
  expect(readingGrade(bureaucratic)).toBeGreaterThan(15);
});

test("what explains a figure is read by whoever had nine years of school", () => {
  const said = Object.entries({ charts, explorer, figure, map, summary, timeline }).flatMap(([name, { en }]) =>
    sentencesOf(en, name),
  );
  expect(said.length).toBeGreaterThan(40);
  expect(said.filter(([, text]) => readingGrade(text) > 9)).toEqual([]);
});

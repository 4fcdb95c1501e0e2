import { expect, test } from "vitest";
import { readLanguage } from "./language-text";

test.each([
  ["nl", "nl"],
  ["NL", "nl"],
  ["Dutch", "nl"],
  ["nederlands", "nl"],
  ["Français", "fr"],
  ["Simplified Chinese", "zh-Hans"],
  ["vereenvoudigd chinees", "zh-Hans"],
  ["zh-hans", "zh-Hans"],
  ["pt-br", "pt-BR"],
  ["en_GB", null],
  ["中文", "zh"],
  ["Hongaars", "hu"],
  ["Klingonish", null],
  ["", null],
])("%s is %s", (typed, code) => {
  expect(readLanguage(typed)).toBe(code);
});

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { messages } from "./index";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

/** In ICU a brace at an even depth opens an argument, one at an odd depth a branch's text. */
function icuArguments(message: string): string[] {
  let depth = 0;
  const found = new Set([...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`));
  for (const { 0: token, 1: name } of message.matchAll(/\{(\w*)|\}/g)) {
    if (token !== "}" && depth % 2 === 0 && name) found.add(name);
    depth += token === "}" ? -1 : 1;
  }
  return [...found].sort();
}

const namespaces = Object.entries(messages) as [string, { en: Tree; nl: Tree }][];

test("every namespace file is in the index", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !/^(?:index|.*-words|.*\.test)\.ts$/.test(file))
    .map((file) => basename(file, ".ts").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  expect(Object.keys(messages).sort()).toEqual(files.sort());
});

test.each(namespaces)("%s says the same things in both languages", (_name, { en, nl }) => {
  expect(leaves(nl).map(([key]) => key)).toEqual(leaves(en).map(([key]) => key));
});

test.each(namespaces)("%s asks for the same values in both languages", (_name, { en, nl }) => {
  const dutch = new Map(leaves(nl));
  for (const [key, message] of leaves(en)) {
    expect([key, icuArguments(dutch.get(key) ?? "")]).toEqual([key, icuArguments(message)]);
  }
});

test.each(namespaces)("%s leaves nothing unsaid", (_name, { en, nl }) => {
  for (const [key, message] of [...leaves(en), ...leaves(nl)]) expect([key, message.trim()]).not.toEqual([key, ""]);
});

/** Words that only whoever built this knows, or that another one has replaced: a newsroom says it otherwise. */
const PRIVATE_WORDS = {
  en: /\bin figures\b|\bpictures?\b|^drawn as$|in hand\b|in the hands of|nobody’s hands|hand back|pair of eyes|still needs|seen through|carried by|headline seen|has it from|what it does to|not agree with|origins are counted|leaves? the desk|note of the desk|for the history|by the clock|enter it|whole ledger|begin here|handed in|nine in ten|official responses?|\b(an?|the|this|such|another|other|existing|every|published|one) records?\b|^record$/i,
  nl: /\bbewer(ing|en|d|t)|\bposten?\b|over tijd\b|één paar ogen|\binschrijven\b|\bin handen|\btoestand|^getekend als$|\bgezien via|wat het met de|achter (dit|deze) (beeld|grafiek|afbeelding)|notitie van de redactie|offici[ëe]+le reacties?|\bu\b|\buw\b|\brecords?\b/i,
} as const;

test.each(namespaces)("%s keeps to a newsroom's words", (name, { en, nl }) => {
  // A letter to an embassy says u.
  if (name === "letter") return;
  const read = (tree: Tree) => leaves(tree).map(([key, message]) => [key, message.replace(/[{<]\/?\w+[}>]/g, "")]);
  expect(read(en).filter(([, message = ""]) => PRIVATE_WORDS.en.test(message))).toEqual([]);
  expect(read(nl).filter(([, message = ""]) => PRIVATE_WORDS.nl.test(message))).toEqual([]);
});

test("every rule of an input has its sentence", () => {
  const lib = new URL("..", import.meta.url);
  const keys = readdirSync(lib, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(new URL(file, lib), "utf8").matchAll(/"validation\.(\w+)"/g)])
    .map((match) => match[1]);
  expect(keys.filter((key) => !(key && key in messages.validation.en))).toEqual([]);
});

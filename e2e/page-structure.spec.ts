import { expect, test } from "@playwright/test";
import { listStructure, listTexts } from "./page-structure";

const page = (main: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><nav aria-label="Main"><a href="/">Home</a></nav>` +
  `<main><h1>Title</h1>${main}</main><script>var a = "<p>";</script></body></html>`;
const rows = (...names: string[]) =>
  `<table>${names.map((name) => `<tr><td class="cell">${name}</td></tr>`).join("")}</table>`;
const news = (html: string, known: string) =>
  [...listStructure(html)].filter((key) => !listStructure(known).has(key));

test("a page is known by its parts: other words, other addresses and more of the same are no news", () => {
  const known = page(`${rows("Amsterdam", "Prato")}<a id="one" href="/a">A</a>`);
  expect(news(page(`${rows("Paris")}<a id="two" href="/b">B</a>`), known)).toEqual([]);
  // A Dutch title on an English page, and one in Chinese.
  const titled = (attribute: string) => page(`<p dir="auto"${attribute}>Title</p>`);
  expect(news(titled(' lang="nl"'), titled(""))).toEqual([]);
  expect(news(titled(' lang="zh-Hans"'), titled(""))).toHaveLength(1);
});

test("what axe would look at is news", () => {
  const known = page(`${rows("Amsterdam")}<h2>Part</h2><label for="a">A</label><input id="a"><button>B</button>`);
  for (const changed of [
    known.replace('class="cell"', 'class="pale"'),
    known.replace("<button>B</button>", "<button></button>"),
    known.replace("<button>", '<button aria-pressed="true">'),
    known.replace('<label for="a">A</label>', ""),
    known.replace("<h2>Part</h2>", "<h3>Part</h3>"),
    known.replace("</nav>", '</nav><nav aria-label="Main"><a href="/">Home</a></nav>'),
    known.replace("</main>", '<input id="a"></main>'),
  ]) {
    expect(changed).not.toBe(known);
    expect(news(changed, known), changed).not.toEqual([]);
  }
});

test("of a page of many parts, each may be known from another page", () => {
  const many = (of: string) => Array.from({ length: 40 }, (_, at) => `<p class="p${at}">${of}</p>`).join("");
  const known = page(`<section class="a">${many("x")}</section>`);
  const grown = page(`<section class="a">${many("x")}<ul><li>new</li></ul></section>`);
  expect(news(grown, known)).toHaveLength(1);
});

test("texts are those between the tags, without scripts", () => {
  expect(listTexts(page("<p>common.missing</p>"))).toEqual(["Home", "Title", "common.missing"]);
});

import { expect, type Page, test } from "@playwright/test";
import { findBarriers, findNarrowBarriers, type Read } from "./barriers";

const row = (name: string, extra = "") =>
  `<tr><th scope="row">${name}</th><td>1</td><td>2</td><td><a href="/a">${name}</a>${extra}</td></tr>`;
const document = (main: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title><style>.pale { color: #bbb } a { display: inline-block; padding: 8px }</style></head>` +
  `<body><main><h1>Title</h1>${main}</main></body></html>`;
const table = (...rows: string[]) => document(`<table><tbody>${rows.join("")}</tbody></table>`);

async function rulesBroken(
  page: Page,
  html: string,
  find: typeof findNarrowBarriers = findBarriers,
  read: Read = new Set(),
) {
  await page.setContent(html);
  return (await find(page, read)).map((line) => /\S+ ([\w-]+):/.exec(line)?.[1]);
}

test("of rows of the same build one is read, and the one that differs", async ({ page }) => {
  const alike = ["Amsterdam", "Prato", "Paris"].map((name) => row(name));
  expect(await rulesBroken(page, table(...alike))).toEqual([]);
  expect(await rulesBroken(page, table(...alike, row("Rome", '<img src="data:,">')))).toEqual(["image-alt"]);
  expect(await rulesBroken(page, table(...alike, row("Rome", "<button></button>")))).toContain("button-name");
  expect(await rulesBroken(page, table(...alike, row("Rome", '<i class="pale">pale</i>')))).toEqual([
    "color-contrast",
  ]);
});

test("a part that was read is known on another page, where what is new beside it is not", async ({ page }) => {
  const read: Read = new Set();
  const known = `<form aria-label="F"><p><label for="a">A</label><input id="a"></p><p><label for="b">B</label><input id="b"></p></form>`;
  expect(await rulesBroken(page, document(known), findBarriers, read)).toEqual([]);
  expect(await rulesBroken(page, document(known.replaceAll(/\bA\b/g, "Other")), findBarriers, read)).toEqual([]);
  expect(
    await rulesBroken(page, document(known.replace('<label for="b">B</label>', "")), findBarriers, read),
  ).toEqual(["label"]);
  expect(await rulesBroken(page, document(`${known}<p>2 <svg role="img"></svg></p>`), findBarriers, read)).toEqual([
    "svg-img-alt",
  ]);
});

test("two fields of the same build, one of them without its label, are both read", async ({ page }) => {
  const fields = document(`<p>Fields <label for="a">A</label><input id="a"><input id="b"></p>`);
  expect(await rulesBroken(page, fields)).toEqual(["label"]);
});

test("what is too small for a finger is found at a phone's width", async ({ page }) => {
  const links = (padding: number) =>
    document(
      `<nav aria-label="N"><a href="/a" style="padding:${padding}px">a</a><a href="/b" style="padding:${padding}px">b</a></nav>`,
    );
  expect(await rulesBroken(page, links(12), findNarrowBarriers)).toEqual([]);
  expect(await rulesBroken(page, links(0), findNarrowBarriers)).toContain("target-size");
});

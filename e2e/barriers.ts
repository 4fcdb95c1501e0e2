import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

/** The short one, read anew in every page; and no copy of the markup of what is found, which may be a whole page's. */
const SOURCE = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")}
axe.configure({ noHtml: true });`;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What is decided by classes, whatever the words are. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What a walk over many pages has read already, at one width and in one theme: parts of the same build in the same
 * surroundings, whatever their words are, need no second reading.
 */
export type Read = Set<number>;

/** What axe finds by WCAG 2.2 A and AA and its best practices, a line each, so that a failure names the place. */
export const findBarriers = (page: Page, read: Read = new Set()): Promise<string[]> => readBy(page, read, TAGS);

/** What axe finds of a phone's width: colours, and links and buttons too small, or too near to each other, for a finger. */
export async function findNarrowBarriers(page: Page, read: Read): Promise<string[]> {
  // At the page's end the bar of a phone lies over nothing; before it, over what a finger moves from under it.
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  return readBy(page, read, { type: "rule", values: [...OF_COLOURS, "target-size"] });
}

/** It runs in the page itself and keeps no list of all that passed: on a page of a thousand rows that is most of the time. */
async function readBy(page: Page, read: Read, runOnly: axe.RunOptions["runOnly"]): Promise<string[]> {
  if ((await leaveOut(page, read)) === 0) return [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate(async (runOnly) => {
    const reader = (window as unknown as { axe: typeof axe }).axe;
    // What moved while it was read (a map that finds its place, a row that comes in) was seen at no moment as a reader sees it.
    for (let turn = 1; ; turn++) {
      // A colour on its way to another is neither.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
      const { violations } = await reader.run(
        { exclude: [["[data-read]"]] },
        // Style sheets are asked for anew only by rules that are not among these.
        { runOnly, resultTypes: ["violations"], preload: false },
      );
      // A map takes its new width a moment later, and on a busy machine a long one.
      if (violations.length > 0 && turn < 10) {
        await new Promise((later) => setTimeout(later, 200));
        continue;
      }
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    }
  }, runOnly);
  return found.map((line) => `${page.url()} ${line}`);
}

/**
 * Marks what was read before, on this page or another, and remembers the rest.
 * @returns how many elements are left to read, of those with words or with nothing in them
 */
async function leaveOut(page: Page, read: Read): Promise<number> {
  const { met, left } = await page.evaluate(
    (read) => {
      // A name may stand beside what it names: a small part says too little of its surroundings to be known by itself.
      const SMALL = 4;
      const known = new Set(read);
      const met: number[] = [];
      let left = 0;
      type Built = { shape: number; whole: number; size: number; isNamed: boolean };
      const built = new Map<Element, Built>();

      const hash = (text: string) => {
        let [a, b] = [0xdeadbeef, 0x41c6ce57];
        for (let at = 0; at < text.length; at++) {
          const code = text.charCodeAt(at);
          a = Math.imul(a ^ code, 2654435761);
          b = Math.imul(b ^ code, 1597334677);
        }
        return 4294967296 * (2097151 & b) + (a >>> 0);
      };
      const isDrawn = (element: Element) => !/^(SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName);
      const isWord = (node: Node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== "";
      // Attributes that decide what a reader meets or how it looks; of the others it matters whether they say anything.
      const telling =
        /^(class|style|role|type|tabindex|scope|dir|lang|autocomplete|hidden|disabled|open|fill|aria-(hidden|current|pressed|selected|expanded|disabled|level))$/;
      const naming = /^(for|aria-(labelledby|describedby|controls|owns|activedescendant))$/;
      const isControl = (element: Element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

      const describe = (element: Element): Built => {
        const attributes = [...element.attributes].filter(({ name }) => name !== "data-read");
        const shape = hash(
          // What one width hides and another shows is read where it is shown.
          [element.tagName, element.checkVisibility(), [...element.childNodes].some(isWord)]
            .concat(
              attributes.map(({ name, value }) => `${name}=${telling.test(name) ? value : value !== ""}`).sort(),
            )
            .join("\0"),
        );
        const parts = [...element.children].filter(isDrawn).map(describe);
        const description = {
          shape,
          whole: hash([shape, ...parts.map(({ whole }) => whole)].join("\u0001")),
          size: parts.reduce((total, { size }) => total + size, 1),
          isNamed:
            isControl(element) ||
            attributes.some(({ name }) => naming.test(name)) ||
            parts.some(({ isNamed }) => isNamed),
        };
        built.set(element, description);
        return description;
      };

      const mark = (element: Element, above: number, siblings: Set<number>) => {
        element.removeAttribute("data-read");
        const part = built.get(element);
        if (!part) return;
        const key = hash(`${above} ${part.whole}`);
        const isKnown = part.size > SMALL ? known.has(key) : !part.isNamed && siblings.has(key);
        if (isKnown) {
          element.setAttribute("data-read", "");
          return;
        }
        siblings.add(key);
        if (part.size > SMALL) {
          known.add(key);
          met.push(key);
        }
        if (element.childElementCount === 0 || [...element.childNodes].some(isWord)) left++;
        const here = hash(`${above} ${part.shape}`);
        const inside = new Set<number>();
        for (const child of element.children) mark(child, here, inside);
      };

      describe(document.body);
      mark(document.body, 0, new Set());
      return { met, left };
    },
    [...read],
  );
  for (const key of met) read.add(key);
  return left;
}

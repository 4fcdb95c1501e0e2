import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

/** The short one, read anew in every page; and no copy of the markup of what is found, which may be a whole page's. */
const SOURCE = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")}
axe.configure({ noHtml: true });`;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What is decided by classes, whatever the words are; and what takes axe half of its time. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What a walk over many pages has read already: the same markup in the same surroundings, and the same colours whatever the
 * words are, need no second reading. What stands on its own, by its words or by its classes, is read wherever it is met.
 */
export type Read = { words: Set<number>; colours: Set<number> };

export const emptyRead = (): Read => ({ words: new Set(), colours: new Set() });

/** What axe finds by WCAG 2.2 A and AA and its best practices, a line each, so that a failure names the place. */
export async function findBarriers(page: Page, read = emptyRead()): Promise<string[]> {
  const colours = await findContrastBarriers(page, read);
  const rules = Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }]));
  await leaveOut(page, "words", read.words);
  return [...colours, ...(await readBy(page, { runOnly: TAGS, rules }))];
}

/** What axe finds of colours alone: text that stands out too little from what is behind it. */
export async function findContrastBarriers(page: Page, read = emptyRead()): Promise<string[]> {
  if ((await leaveOut(page, "colours", read.colours)) === 0) return [];
  return readBy(page, { runOnly: { type: "rule", values: OF_COLOURS } });
}

/** What axe finds of sizes alone: links and buttons too small, or too near to each other, for a finger. */
export async function findSmallTargets(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const read of document.querySelectorAll("[data-read]")) read.removeAttribute("data-read");
  });
  return readBy(page, { runOnly: { type: "rule", values: ["target-size"] } });
}

/** It runs in the page itself and keeps no list of all that passed: on a page of a thousand rows that is most of the time. */
async function readBy(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate(async (options) => {
    const reader = (window as unknown as { axe: typeof axe }).axe;
    // What moved while it was read (a map that finds its place, a row that comes in) was seen at no moment as a reader sees it.
    for (let turn = 1; ; turn++) {
      // A colour on its way to another is neither.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
      let hasMoved = false;
      const watcher = new MutationObserver(() => {
        hasMoved = true;
      });
      watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      const { violations } = await reader.run(
        { exclude: [["[data-read]"]] },
        { ...options, resultTypes: ["violations"] },
      );
      if (watcher.takeRecords().length > 0) hasMoved = true;
      watcher.disconnect();
      if (violations.length > 0 && hasMoved && turn < 20) continue;
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    }
  }, options);
  return found.map((line) => `${page.url()} ${line}`);
}

/**
 * Marks what was read before, and remembers the rest.
 * @returns how many elements with words of their own are left to read
 */
async function leaveOut(page: Page, by: "words" | "colours", read: Set<number>): Promise<number> {
  const { met, left } = await page.evaluate(
    ({ by, read }) => {
      const SMALL = 4;
      const known = new Set(read);
      const met = new Set<number>();
      let left = 0;
      const own = new Map<Element, { shape: number; whole: number; size: number }>();

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
      // Ids differ from one drawing to the next and say nothing of what they name.
      const passing = /^(id|for|name|aria-(labelledby|describedby|controls|owns|details)|data-.*)$/;
      const coloured = /^(class|style|hidden|disabled|open|fill|aria-(disabled|current|selected|pressed))$/;

      const isWord = (node: Node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== "";
      // What one width hides and another shows is read where it is shown.
      const isSeen = (element: Element) => by === "words" || element.checkVisibility();

      const describe = (element: Element): { shape: number; whole: number; size: number } => {
        const shape = [element.tagName, String(isSeen(element))];
        for (const { name, value } of element.attributes) {
          if (by === "words" ? !passing.test(name) : coloured.test(name)) shape.push(name, value);
        }
        const parts = [shape.join("\0")];
        let size = 1;
        for (const child of element.childNodes) {
          if (child.nodeType === Node.TEXT_NODE) {
            const text = child.nodeValue?.trim() ?? "";
            parts.push(by === "words" ? text : String(text !== ""));
          } else if (child instanceof Element && isDrawn(child)) {
            const inner = describe(child);
            size += inner.size;
            parts.push(String(inner.whole));
          }
        }
        const description = { shape: hash(parts[0] ?? ""), whole: hash(parts.join("\u0001")), size };
        own.set(element, description);
        return description;
      };

      const mark = (element: Element, above: number) => {
        element.removeAttribute("data-read");
        const { shape, whole, size } = own.get(element) ?? { shape: 0, whole: 0, size: 0 };
        const key = hash(`${above} ${whole}`);
        if (by === "colours" || size > SMALL) {
          if (known.has(key)) {
            element.setAttribute("data-read", "");
            return;
          }
          met.add(key);
          if (by === "colours") known.add(key);
        }
        if ([...element.childNodes].some(isWord)) left++;
        const here = hash(`${above} ${shape}`);
        for (const child of element.children) if (isDrawn(child)) mark(child, here);
      };

      describe(document.body);
      mark(document.body, 0);
      return { met: [...met], left };
    },
    { by, read: [...read] },
  );
  for (const key of met) read.add(key);
  return left;
}

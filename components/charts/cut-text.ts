import { escapeXml, SVG_SERIF } from "@/lib/charts/export-page";
import { roundTo } from "@/lib/text/round-to";

/** Whoever has not our narrow letters draws wider ones: smaller, they keep out of their neighbours. */
const NARROWER = 0.9;

/** Text that stands beside the drawings in HTML, each line where it is on the page. */
export function cutText(original: HTMLElement, host: HTMLElement, frame: DOMRect): string {
  const copy = original.cloneNode(true) as HTMLElement;
  host.append(copy);
  const { fontSize, fontWeight, fontFamily } = getComputedStyle(original);
  const size = round(Number.parseFloat(fontSize) * NARROWER);
  const face = /serif 4|georgia/i.test(fontFamily) ? ` font-family="${SVG_SERIF}"` : "";
  const look = `font-size="${size}" font-weight="${fontWeight}" fill="${getComputedStyle(copy).color}"${face}`;
  return linesOf(original)
    .map(({ text, left, right, middle }) => {
      const position = `x="${round(left - frame.left)}" y="${round(middle - frame.top + size * 0.35)}"`;
      const length = `textLength="${round(right - left)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text ${position} ${length} ${look}>${escapeXml(text)}</text>`;
    })
    .join("");
}

type Line = { text: string; left: number; right: number; middle: number };

/** Texts farther apart than this (CSS pixels) are words, whatever stands between them. */
const GAP = 2;

/** The lines that the browser broke a text into. */
function linesOf(element: HTMLElement): Line[] {
  const lines: Line[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let endsBlank = true;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const content = node.textContent ?? "";
    // A link in brackets is a text of its own, and no word of its own.
    let isOneWord = !endsBlank && /^\S/.test(content);
    endsBlank = /\s$/.test(content) || (content === "" && endsBlank);
    for (const { 0: word, index } of content.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      const middle = top + height / 2;
      const last = lines.at(-1);
      if (last && Math.abs(last.middle - middle) < height / 2) {
        last.text += isOneWord && left - last.right < GAP ? word : ` ${word}`;
        last.right = right;
      } else if (height > 0) lines.push({ text: word, left, right, middle });
      isOneWord = false;
    }
  }
  return lines;
}

const round = (value: number) => roundTo(value, 2);

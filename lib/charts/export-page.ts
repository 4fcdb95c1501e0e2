import { removeControlCharacters } from "../text/control-characters";
import { roundTo } from "../text/round-to";

/** A drawing cut out of its page: markup of the parts, placed, and the size that it was drawn in (CSS pixels). */
export type Drawing = { readonly markup: string; readonly width: number; readonly height: number };

export type ExportPage = {
  readonly language: string;
  readonly title: string;
  readonly finding: string;
  readonly filter: string;
  /** Sources, date, revision, credits, address: a line each, wrapped where it is too long. */
  readonly foot: readonly string[];
};

/** How wide a text is, in CSS pixels. */
export type Measure = (text: string, font: { size: number; family: "serif" | "sans"; bold: boolean }) => number;

/** Where the letters before have no Chinese, and simplified forms rather than whichever a reader's system would take. */
const HAN = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei'";
const HAN_SERIF = "'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun";

export const SVG_SANS = `'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, 'Noto Sans', ${HAN}, sans-serif`;
export const SVG_SERIF = `'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', 'Noto Serif', ${HAN_SERIF}, ${HAN}, serif`;

const MARGIN = 24;
const LEAST = 520;

export const escapeXml = (text: string) =>
  removeControlCharacters(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Breaks a text into lines that fit; a word longer than a line is cut. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (line !== "" && measure(line + sign) > width) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return line === "" ? lines : [...lines, line];
}

type Block = { text: string; size: number; family: "serif" | "sans"; bold?: boolean; colour: string; after: number };

/**
 * A whole page as one SVG without outside resources: title, finding and filter above the drawing, sources under
 * it, on white paper.
 */
export function composeExportPage(exportPage: ExportPage, drawing: Drawing, measure: Measure): string {
  const inner = Math.max(drawing.width, LEAST);
  const width = Math.ceil(inner + 2 * MARGIN);
  let y = MARGIN;
  const draw = ({ text, size, family, bold = false, colour, after }: Block): string => {
    const lines = wrapText(text, inner, (part) => measure(part, { size, family, bold }));
    const face = family === "serif" ? ` font-family="${SVG_SERIF}"` : "";
    const drawn = lines.map((line) => {
      y += size * 1.35;
      return `<text x="${MARGIN}" y="${round(y - size * 0.35)}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="600"' : ""}${face}>${escapeXml(line)}</text>`;
    });
    y += after;
    return drawn.join("");
  };
  const head = [
    draw({ text: exportPage.title, size: 22, family: "serif", bold: true, colour: "#000000", after: 4 }),
    draw({ text: exportPage.finding, size: 15, family: "sans", colour: "#1b1b1a", after: 4 }),
    draw({ text: exportPage.filter, size: 13, family: "sans", colour: "#5a5852", after: 16 }),
  ].join("");
  const top = y;
  y += drawing.height + 14;
  const foot = exportPage.foot
    .map((text) => draw({ text, size: 12, family: "sans", colour: "#5a5852", after: 2 }))
    .join("");
  const height = Math.ceil(y + MARGIN - 8);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escapeXml(exportPage.language)}" role="img" aria-labelledby="title desc" font-family="${SVG_SANS}">`,
    `<title id="title">${escapeXml(exportPage.title)}</title>`,
    `<desc id="desc">${escapeXml([exportPage.finding, exportPage.filter, ...exportPage.foot].join(" "))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    head,
    `<g transform="translate(${MARGIN} ${round(top)})">${drawing.markup}</g>`,
    foot,
    "</svg>",
  ].join("\n");
}

const round = (value: number) => roundTo(value, 2);

import {
  composeExportPage,
  type Drawing,
  type ExportPage,
  escapeXml,
  type Measure,
  SVG_SANS,
  SVG_SERIF,
} from "@/lib/charts/export-page";
import { publicOrigin } from "@/lib/charts/figure-address";
import { roundTo } from "@/lib/text/round-to";
import { cutText } from "./cut-text";
import { dataUrl, embeddedFonts } from "./embedded-fonts";

/** What a drawing looks like on paper is said by its attributes: a file has no style sheet. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "stop-color",
  "stop-opacity",
  "overflow",
] as const;
const DROPPED = /^(?:class|style|tabindex|role|focusable|data-.*|aria-.*|on.*)$/i;

/**
 * The page as SVG text: every `svg` of the drawing where it stands, and the text of elements marked `data-draw`, in the
 * colours of print whatever the reader's theme. What is marked `data-undrawn` stays out.
 */
async function svgOfExportPage(drawing: HTMLElement, exportPage: ExportPage): Promise<string> {
  const svg = composeExportPage(exportPage, await cutOut(drawing), measure);
  const text = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.textContent ?? "";
  const fonts = await embeddedFonts(text);
  // The parser takes what stands in a style element as it is: the rules hold no sign of markup.
  return svg.replace("<title ", () => `<style>${fonts}</style>\n<title `);
}

/** The page as a file: a drawing, an image, or a piece of HTML that another page takes in as it is. */
export async function drawnFile(
  kind: "svg" | "png" | "html",
  drawing: HTMLElement,
  exportPage: ExportPage,
): Promise<Blob> {
  const svg = await svgOfExportPage(drawing, exportPage);
  if (kind === "png") return pngOf(svg);
  if (kind === "svg") return new Blob([svg], { type: "image/svg+xml" });
  const caption = escapeXml([exportPage.finding, ...exportPage.foot].join(" · "));
  const html = `<figure lang="${exportPage.language}">\n${svg}\n<figcaption>${caption}</figcaption>\n</figure>\n`;
  return new Blob([html], { type: "text/html" });
}

/** The page as a PNG of twice its size. */
async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The image is too large."))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The site's public name: as it is set, or as the reader came to it; null when neither is known elsewhere. */
export const pageOrigin = () => publicOrigin(document.documentElement.dataset.address, location.origin);

/** Gives a file to the reader. */
export function saveBlob(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const measure: Measure = (text, { size, family, bold }) => {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return text.length * size * 0.5;
  context.font = `${bold ? 600 : 400} ${size}px ${family === "serif" ? SVG_SERIF : SVG_SANS}`;
  return context.measureText(text).width;
};

async function cutOut(drawing: HTMLElement): Promise<Drawing> {
  const frame = drawing.getBoundingClientRect();
  const host = document.createElement("div");
  host.className = "print-palette";
  host.setAttribute("aria-hidden", "true");
  drawing.append(host);
  try {
    const parts: string[] = [];
    // What is on the page alone, or not drawn at all, leaves no white behind.
    let height = 0;
    for (const part of drawing.querySelectorAll<SVGSVGElement | HTMLElement>("svg, [data-draw]")) {
      if (host.contains(part) || part.closest("[data-undrawn]") || part.parentElement?.closest("svg")) continue;
      const box = part.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      height = Math.max(height, box.bottom - frame.top);
      const at = { x: round(box.left - frame.left), y: round(box.top - frame.top) };
      parts.push(part instanceof SVGSVGElement ? await cutSvg(part, host, box, at) : cutText(part, host, frame));
    }
    return { markup: parts.join("\n"), width: round(frame.width), height: round(height) };
  } finally {
    host.remove();
  }
}

type At = { x: number; y: number };

async function cutSvg(original: SVGSVGElement, host: HTMLElement, box: DOMRect, at: At): Promise<string> {
  const copy = original.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("width", String(round(box.width)));
  copy.setAttribute("height", String(round(box.height)));
  host.append(copy);
  const looks = [copy, ...copy.querySelectorAll<SVGElement>("*")].map((element) => {
    const style = getComputedStyle(element);
    return { element, isDrawn: style.display !== "none", values: LOOKS.map((look) => style.getPropertyValue(look)) };
  });
  for (const { element, isDrawn, values } of looks) {
    if (!isDrawn && !element.closest("defs")) element.remove();
    for (const name of element.getAttributeNames()) if (DROPPED.test(name)) element.removeAttribute(name);
    LOOKS.forEach((look, index) => {
      const value = values[index];
      if (value) element.setAttribute(look, value);
    });
    for (const paint of PAINTS) plainPaint(element, paint);
  }
  for (const link of copy.querySelectorAll("a")) {
    const href = link.getAttribute("href");
    const origin = pageOrigin();
    if (href && origin) link.setAttribute("href", new URL(href, origin).href);
    else link.removeAttribute("href");
  }
  for (const use of copy.querySelectorAll("use")) use.replaceWith(await borrowed(use));
  for (const image of copy.querySelectorAll("image")) {
    image.setAttribute("href", await embedded(image.getAttribute("href") ?? ""));
  }
  copy.setAttribute("x", String(at.x));
  copy.setAttribute("y", String(at.y));
  return new XMLSerializer().serializeToString(copy);
}

const PAINTS = [
  ["fill", "fill-opacity"],
  ["stroke", "stroke-opacity"],
  ["stop-color", "stop-opacity"],
] as const;

/** A colour of CSS in the words of SVG 1.1, how much of it shows apart: other programs draw what they can't read black. */
function plainPaint(element: SVGElement, [paint, opacity]: (typeof PAINTS)[number]) {
  const value = element.getAttribute(paint) ?? "";
  if (!/^[a-z-]+\(/.test(value) || /^(?:url|rgb)\(/.test(value)) return;
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, shown = 0] = context.getImageData(0, 0, 1, 1).data;
  element.setAttribute(paint, shown === 0 ? "none" : `rgb(${red}, ${green}, ${blue})`);
  element.setAttribute(opacity, String(round((Number(element.getAttribute(opacity) ?? 1) * shown) / 255)));
}

const files = new Map<string, Promise<Document>>();

/** A shape that the drawing borrows from a file, as part of this one, with the looks that it has here. */
async function borrowed(use: SVGUseElement): Promise<SVGElement> {
  const [path = "", id = ""] = (use.getAttribute("href") ?? "").split("#");
  if (path === "") return use;
  const read = async () => new DOMParser().parseFromString(await (await fetch(path)).text(), "image/svg+xml");
  const file = files.get(path) ?? read();
  files.set(path, file);
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const { name, value } of use.attributes) if (name !== "href") group.setAttribute(name, value);
  const shape = (await file).getElementById(id)?.cloneNode(true);
  if (shape instanceof Element) {
    for (const one of [shape, ...shape.querySelectorAll("[id]")]) one.removeAttribute("id");
    group.append(shape);
  }
  return group;
}

/** A figure inside the figure, as part of the file. */
async function embedded(href: string): Promise<string> {
  if (href.startsWith("data:")) return href;
  return dataUrl(await (await fetch(href)).blob());
}

const round = (value: number) => roundTo(value, 2);

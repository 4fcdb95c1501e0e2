import { escapeMarkup } from "../text/escape-markup";

/** Of RFC 8493: a file under `data/`, or a tag file beside it, by its path in the bag. */
export type BagEntry = { readonly path: string; readonly digest: string; readonly size: number };

export const BAG_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Lines of a manifest: RFC 8493, 2.1.3, with line breaks and the percent sign of a path encoded. */
export const bagManifest = (entries: readonly Pick<BagEntry, "path" | "digest">[]): string =>
  entries.map(({ path, digest }) => `${digest}  ${encodeBagPath(path)}\n`).join("");

const encodeBagPath = (path: string) => path.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** `bag-info.txt`, with Payload-Oxum: the payload's octets and how many files they are. */
export function bagInfo(payload: readonly BagEntry[], facts: Readonly<Record<string, string>>): string {
  const octets = payload.reduce((sum, { size }) => sum + size, 0);
  const lines = { ...facts, "Payload-Oxum": `${octets}.${payload.length}` };
  return Object.entries(lines)
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ").trim()}\n`)
    .join("");
}

/** Where a file lies in a bag: under its digest, so that two of one name do not meet, with the name that it came by. */
export const bagFilePath = ({ digest, name }: { digest: string; name: string }): string =>
  `data/files/${digest.slice(0, 16)}/${name}`;

type IndexedFile = { readonly name: string; readonly digest: string; readonly isThere: boolean };
type IndexedItem = {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly files: readonly IndexedFile[];
};
export type IndexWords = Readonly<
  Record<"title" | "lead" | "item" | "publisher" | "published" | "files" | "missing" | "none", string>
>;

/** The head of `data/index.html`, which opens without a network; its rows and its end follow. */
export const bagIndexHead = (lang: string, words: IndexWords): string => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(words.title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}
th,td{text-align:start;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid #8888}code{font-size:.8rem;overflow-wrap:anywhere}</style>
</head><body><h1>${escapeMarkup(words.title)}</h1><p>${escapeMarkup(words.lead)}</p>
<table><thead><tr>${[words.item, words.publisher, words.published, words.files].map((head) => `<th scope="col">${escapeMarkup(head)}</th>`).join("")}</tr></thead><tbody>
`;

export const BAG_INDEX_END = "</tbody></table></body></html>\n";

/** An address of the web becomes a link, any other stays text. */
const linked = (text: string, url: string) =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeMarkup(url)}" rel="noreferrer">${escapeMarkup(text)}</a>`
    : escapeMarkup(text);

export function bagIndexRow(
  { slug, title, publisher, published, url, files }: IndexedItem,
  words: IndexWords,
): string {
  const listed = files.map(({ name, digest, isThere }) => {
    const path = bagFilePath({ digest, name })
      .replace(/^data\//, "")
      .split("/")
      .map(encodeURIComponent)
      .join("/");
    const shown = isThere
      ? `<a href="${path}">${escapeMarkup(name)}</a>`
      : `${escapeMarkup(name)} (${escapeMarkup(words.missing)})`;
    return `${shown}<br><code>sha256:${digest}</code>`;
  });
  const cells = [
    `${linked(title, url)}<br><code>${escapeMarkup(slug)}</code>`,
    escapeMarkup(publisher),
    escapeMarkup(published),
    listed.join("<br>") || escapeMarkup(words.none),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}

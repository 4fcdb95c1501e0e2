import { createHash } from "node:crypto";

/** One element of a served page, without its words. */
type Built = { shape: string; whole: string; size: number; children: Built[] };
type Open = { tag: string; attributes: string; hasText: boolean; children: Built[] };

/** The most elements that are taken as one: what lacks a part is not taken for what it was with that. */
const COMPONENT = 40;
const TOKEN =
  /<!--[\s\S]*?-->|<(?:script|style|template)\b[\s\S]*?<\/(?:script|style|template)>|<\/([a-z][\w:-]*)>|<([a-z][\w:-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gi;
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/g;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Attributes whose value decides what a reader meets or how it looks; of the others it matters whether they say anything. */
const TELLING =
  /^(class|role|type|tabindex|scope|dir|lang|autocomplete|aria-(hidden|current|pressed|selected|expanded))$/i;
/** A text's own language is named beside a page of another: what is of the same script looks the same and is read alike. */
const LATIN = /^lang="(de|en|es|fr|hr|it|nl|pl|pt|sr-Latn|vi)/;
const LANDMARK = /<(header|footer|main|nav|aside|search|section|form)\b([^>]*)>/gi;

/**
 * What axe and the style sheets look at in a page's markup, without its words: a key for each part in its surroundings, for
 * each step from one heading to the next, and for each landmark or id that is there twice.
 */
export function listStructure(html: string): Set<string> {
  const keys = new Set<string>();
  const add = ({ shape, whole, size, children }: Built, above: string) => {
    if (size <= COMPONENT) {
      keys.add(hash(`${above} ${whole}`));
      return;
    }
    const here = hash(`${above} ${shape}`);
    keys.add(here);
    for (const child of children) add(child, here);
  };
  const body = bodyOf(html);
  for (const root of buildTree(body)) add(root, "");

  const levels = [...body.matchAll(/<h([1-6])\b/g)].map(([, level]) => level);
  for (const [at, level] of levels.entries()) keys.add(`h${levels[at - 1] ?? 0} h${level}`);
  const landmarks = [...body.matchAll(LANDMARK)].map(
    ([, tag, attributes = ""]) => `${tag} ${/aria-label="([^"]*)"/.exec(attributes)?.[1] ?? ""}`,
  );
  const ids = [...body.matchAll(/<[a-z][^>]*\sid="([^"]*)"/g)].map(([, id]) => `id ${id}`);
  for (const twice of [...findRepeated(landmarks), ...findRepeated(ids)]) keys.add(`twice ${twice}`);
  return keys;
}

/** The texts of a page between its tags. */
export const listTexts = (html: string): string[] =>
  [...bodyOf(html).matchAll(TOKEN)].map(([token]) => token.trim()).filter((token) => token && !token.startsWith("<"));

const bodyOf = (html: string) => html.slice(html.indexOf("<body"));

const hash = (text: string) => createHash("sha1").update(text).digest("base64").slice(0, 16);

const findRepeated = (all: string[]) => {
  const met = new Set<string>();
  return all.filter((one) => met.size === met.add(one).size);
};

function buildTree(body: string): Built[] {
  const roots: Open = { tag: "", attributes: "", hasText: false, children: [] };
  const open = [roots];
  const close = () => {
    const done = open.pop();
    if (done) open.at(-1)?.children.push(finish(done));
  };
  for (const [token, ended, begun, attributes = ""] of body.matchAll(TOKEN)) {
    if (begun) {
      open.push({ tag: begun, attributes: describeAttributes(attributes), hasText: false, children: [] });
      if (VOID.test(begun) || token.endsWith("/>")) close();
    } else if (ended) {
      // An end without its beginning is the page's fault; the parts above it stay what they are.
      if (open.some(({ tag }) => tag === ended)) while (open.length > 1 && open.at(-1)?.tag !== ended) close();
      if (open.length > 1 && open.at(-1)?.tag === ended) close();
    } else if (!token.startsWith("<") && token.trim()) {
      const inside = open.at(-1);
      if (inside) inside.hasText = true;
    }
  }
  while (open.length > 1) close();
  return roots.children;
}

/** Many like parts are as good as one: rows of a table, items of a list. */
function finish({ tag, attributes, hasText, children }: Open): Built {
  const shape = `${tag} ${attributes}${hasText ? " #" : ""}`;
  const parts = [...new Set(children.map(({ whole }) => whole))].sort();
  return {
    shape,
    whole: hash([shape, ...parts].join("\n")),
    size: children.reduce((total, child) => total + child.size, 1),
    children,
  };
}

function describeAttributes(source: string): string {
  const all = [...source.matchAll(ATTRIBUTE)]
    .filter(([whole]) => !LATIN.test(whole))
    .map(([, name = "", value]) => (TELLING.test(name) ? `${name}=${value ?? ""}` : `${name}${value ? "=" : ""}`));
  return all.sort().join(" ");
}

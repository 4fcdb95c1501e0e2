import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { FetchRefused } from "./allowed-address";
import { type Exchange, headerOf } from "./guarded-fetch";

/** What of a page is read, by one pass over its text. Nothing in it is run. */
export type ReadPage = {
  readonly title: string;
  readonly language: string;
  /** By `property`, `name` or `itemprop`, in small letters; the first of each. */
  readonly meta: Readonly<Record<string, string>>;
  readonly canonical: string;
  /** Of JSON-LD, not yet parsed. */
  readonly linkedData: readonly string[];
  /** What one reads: of its article where it has one, else of the body without menus, headers and footers. */
  readonly text: string;
  /** Addresses of scripts and frames, ids and classes, in small letters: what stands there in the place of a page shows in them. */
  readonly marks: string;
  readonly hasPassword: boolean;
  /** There is something to read beside its forms, menus and footers. */
  readonly isReadable: boolean;
};

const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const LARGEST = 16 * 1024 * 1024;
/** Deeper than any page that a person wrote; what is deeper is not read. */
const DEEPEST = 1000;
const AT_ONCE = 64 * 1024;
const SAMPLE = 2048;

/** @returns null for what is no HTML */
export function readAnswer(answer: Pick<Exchange, "headers" | "body">): ReadPage | null {
  const type = headerOf(answer, "content-type") ?? "";
  return HTML.test(type) ? readPage(decodeText(unpackBody(answer), type)) : null;
}

/** The body without its compression. @throws FetchRefused when it is not what its header says, or larger than any page */
function unpackBody(answer: Pick<Exchange, "headers" | "body">): Buffer {
  if (!/^(?:x-)?gzip$/i.test(headerOf(answer, "content-encoding") ?? "")) return answer.body;
  try {
    return gunzipSync(answer.body, { maxOutputLength: LARGEST });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FetchRefused(code === "ERR_BUFFER_TOO_LARGE" ? "size" : "connection", code);
  }
}

/** By the mark of its beginning, by the header, or by what its head says. */
function decodeText(body: Buffer, type: string): string {
  const head = body.subarray(0, SAMPLE).toString("latin1");
  const said = /charset\s*=\s*["']?([\w:-]+)/i;
  const label = said.exec(type)?.[1] ?? said.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(body[0] === 0xef && body[1] === 0xbb ? "utf-8" : label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

const UNREAD = new Set(["script", "style", "noscript", "template", "svg", "head", "select", "textarea", "iframe"]);
const BESIDE = new Set(["nav", "header", "footer", "aside", "form", "dialog", "button"]);
const INLINE = new Set(
  "a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** An article of fewer letters is a teaser. */
const LEAST_ARTICLE = 200;

class PageReader {
  title = "";
  language = "";
  canonical = "";
  hasPassword = false;
  readonly meta: Record<string, string> = {};
  readonly linkedData: string[] = [];
  readonly marks: string[] = [];
  private isLinkedData = false;
  private readonly open: string[] = [];
  /** How many of these stand open: an ancestor is looked up, and not looked for. */
  private readonly within = { unread: 0, beside: 0, main: 0, article: 0, svg: 0 };
  private readonly text = { article: "", main: "", body: "", all: "" };

  onopentag(name: string, attributes: Record<string, string>) {
    this.open.push(name);
    this.count(name, 1);
    const { id = "", class: classes = "", src = "" } = attributes;
    if (name === "html") this.language = attributes.lang ?? attributes["xml:lang"] ?? "";
    else if (name === "meta") this.readMeta(attributes);
    else if (name === "link" && /\bcanonical\b/i.test(attributes.rel ?? "")) this.canonical ||= attributes.href ?? "";
    else if (name === "script") this.beginScript(/ld\+json/i.test(attributes.type ?? ""));
    else if (name === "input" && attributes.type?.toLowerCase() === "password") this.hasPassword = true;
    if (name === "script" || name === "iframe" || id || classes) this.marks.push(`${src} ${id} ${classes}`);
    if (!INLINE.has(name)) this.write("\n");
  }

  onclosetag(name: string) {
    // The parser closes each that it opened, in their order.
    this.open.pop();
    this.count(name, -1);
    if (!INLINE.has(name)) this.write("\n");
  }

  ontext(text: string) {
    const current = this.open.at(-1);
    if (current === "title" && this.within.svg === 0) this.title += text;
    else if (current === "script") this.readScript(text);
    else if (this.within.unread === 0) this.write(text);
  }

  private beginScript(isLinkedData: boolean) {
    this.isLinkedData = isLinkedData;
    if (isLinkedData) this.linkedData.push("");
  }

  private readScript(text: string) {
    if (this.isLinkedData) this.linkedData.push((this.linkedData.pop() ?? "") + text);
  }

  private readMeta({ property, name, itemprop, content = "" }: Record<string, string>) {
    const key = (property ?? name ?? itemprop ?? "").toLowerCase();
    if (key) this.meta[key] ??= content;
  }

  private write(text: string) {
    this.text.all += text;
    if (this.within.beside > 0) return;
    this.text.body += text;
    if (this.within.main > 0) this.text.main += text;
    if (this.within.article > 0) this.text.article += text;
  }

  private count(name: string, by: 1 | -1) {
    if (UNREAD.has(name)) this.within.unread += by;
    if (BESIDE.has(name)) this.within.beside += by;
    if (name === "main" || name === "article" || name === "svg") this.within[name] += by;
  }

  get isTooDeep(): boolean {
    return this.open.length > DEEPEST;
  }

  /** Without the article that a page does not have, its body, and without that all of it. */
  get mainText(): Pick<ReadPage, "text" | "isReadable"> {
    const { article, main, body, all } = this.text;
    const text = [article, main, body].map(tidyText).find((one) => one.length >= LEAST_ARTICLE);
    return { text: text ?? tidyText(all), isReadable: text !== undefined };
  }
}

/** One line a paragraph, one space between words. */
const tidyText = (text: string) =>
  text
    .split("\n")
    .flatMap((line) => line.replace(/\s+/g, " ").trim() || [])
    .join("\n");

export function readPage(html: string): ReadPage {
  const reader = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.onopentag(name, attributes),
      onclosetag: (name) => reader.onclosetag(name),
      ontext: (text) => reader.ontext(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && !reader.isTooDeep; at += AT_ONCE) parser.write(html.slice(at, at + AT_ONCE));
  parser.end();
  const { title, language, meta, canonical, linkedData, hasPassword } = reader;
  const marks = reader.marks.join("\n").toLowerCase();
  return { title: title.trim(), language, meta, canonical, linkedData, ...reader.mainText, marks, hasPassword };
}

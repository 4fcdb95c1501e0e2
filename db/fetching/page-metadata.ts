import { z } from "zod";
import { readDateText } from "@/lib/dates/date-text";
import { LANGUAGE_CODES } from "@/lib/text/language-text";
import type { ReadPage } from "./read-page";

/** What a page says of itself, for a form to propose; null where it does not. */
export type PageMetadata = {
  readonly title: string | null;
  readonly author: string | null;
  /** EDTF, the day as the page writes it. */
  readonly published: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  /** Its address as it names that itself. */
  readonly canonical: string | null;
};

const LONGEST = { title: 500, author: 300, address: 2000 };
const ARTICLE = /(?:Article|Report|Posting|WebPage|PressRelease)$/;
type Node = Readonly<Record<string, unknown>>;
const node = z.record(z.string(), z.unknown());

const asNode = (value: unknown): Node | null => node.safeParse(value).data ?? null;

/** The nodes of a page's JSON-LD, those within others too, to a depth that no page needs. */
function nodesIn(value: unknown, depth = 0): Node[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => nodesIn(one, depth + 1));
  const own = asNode(value);
  return own ? [own, ...nodesIn(own["@graph"] ?? [], depth + 1), ...nodesIn(own.mainEntity ?? [], depth + 1)] : [];
}

function parseLinkedData(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!--|-->\s*$|^\s*\/\/<!\[CDATA\[|\/\/\]\]>\s*$/g, ""));
  } catch {
    return null;
  }
}

/** The article among a page's nodes; any page that has a date is the next best. */
function articleIn(linkedData: readonly string[]): Node {
  const all = linkedData.flatMap((text) => nodesIn(parseLinkedData(text)));
  const typed = (one: Node, type: RegExp) => [one["@type"]].flat().some((name) => type.test(String(name)));
  return all.find((one) => typed(one, /Article$/)) ?? all.find((one) => typed(one, ARTICLE)) ?? {};
}

function tidy(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(/[\p{Cc}\p{Zs}]+/gu, " ").trim();
  return text === "" ? null : [...text].slice(0, longest).join("");
}

/** Names of people, or of those who are said to have written it. An address of a profile is no name. */
function namesIn(value: unknown): string | null {
  const names = [value].flat().flatMap((one) => tidy(typeof one === "string" ? one : asNode(one)?.name, 200) ?? []);
  const said = [...new Set(names.filter((name) => !/^https?:/i.test(name)))].join(", ");
  return tidy(said, LONGEST.author);
}

function dayIn(value: unknown): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(tidy(value, 60) ?? "") ?? [];
  const read = day ? readDateText(day) : null;
  return read && read !== "ambiguous" ? read.edtf : null;
}

function languageIn(value: unknown): string | null {
  const code = tidy(value, 20)?.slice(0, 2).toLowerCase() ?? "";
  return /^[a-z]{2}(?:$|[-_])/i.test(String(value).trim()) && LANGUAGE_CODES.includes(code) ? code : null;
}

function addressIn(value: string, base: string): string | null {
  if (value.trim() === "" || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.href.length <= LONGEST.address
    ? url.href
    : null;
}

const firstOf = <T>(values: readonly unknown[], read: (value: unknown) => T | null): T | null =>
  values.reduce<T | null>((found, value) => found ?? read(value), null);

/** What a page says of itself: in JSON-LD, in Open Graph, in its head, in that order. @param address which it was read from */
export function metadataOf(
  { title, language, meta, canonical, linkedData }: ReadPage,
  address: string,
): PageMetadata {
  const article = articleIn(linkedData);
  const titles = [article.headline, meta["og:title"], meta["twitter:title"], title];
  const days = [
    article.datePublished,
    ...["article:published_time", "datepublished", "dc.date", "dcterms.date", "dcterms.created", "date"].map(
      (name) => meta[name],
    ),
  ];
  return {
    title: firstOf(titles, (value) => tidy(value, LONGEST.title)),
    author: firstOf([article.author, meta.author, meta["article:author"], meta["dc.creator"]], namesIn),
    published: firstOf(days, dayIn),
    language: firstOf([language, article.inLanguage, meta["og:locale"], meta["content-language"]], languageIn),
    canonical: firstOf([canonical, meta["og:url"]], (value) => addressIn(String(value ?? ""), address)),
  };
}

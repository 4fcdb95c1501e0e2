import { RECORD_KINDS, type RecordKind } from "./editorial";

type Named = {
  readonly kind: RecordKind;
  readonly slug: string;
  /** The station on whose page a record without a page of its own stands. */
  readonly on?: string | null;
  /** Coverage stands on the page of its country. */
  readonly title?: string;
};

const LISTS = {
  organization: "organizations",
  station: "stations",
  evidence: "evidence",
  claim: "claims",
  response: "responses",
  event: "events",
} as const satisfies Partial<Record<RecordKind, string>>;

/** The page where a record can be read; null when it stands on none that this reader may see. */
export function recordPath({ kind, slug, on, title }: Named): string | null {
  if (kind === "reply_request") return `/replies/${slug}`;
  if (kind === "status_report") return on ? `/stations/${on}` : null;
  if (kind === "coverage") return title ? `/countries/${title.toLowerCase()}` : null;
  return `/${LISTS[kind]}/${slug}`;
}

/** Where the desk works on a record: its own page, or the one for kinds that are read on another record's page. */
export const workPath = (kind: RecordKind, slug: string) =>
  kind === "reply_request"
    ? `/replies/${slug}`
    : kind in LISTS
      ? `/${LISTS[kind as keyof typeof LISTS]}/${slug}`
      : `/records/${kind}/${slug}`;

type QuotePlace = { readonly file: string; readonly page: number | null; readonly claim: string };
/** The page of a file that says what a claim quotes, with those words marked. */
export const quotePath = ({ file, page, claim }: QuotePlace) =>
  `/files/${file}?${page === null ? "" : `page=${page}&`}quote=${claim}#quote`;

/** Where all versions of a record stand. */
export const historyPath = (kind: RecordKind, slug: string) => `/records/${kind}/${slug}/history`;

/** Where another record is named that is the same as this one, and where that is taken back. */
export const mergePath = (kind: RecordKind, slug: string) => `/records/${kind}/${slug}/merge`;
export const unmergePath = (kind: RecordKind, slug: string, absorbed: string) =>
  `/records/${kind}/${slug}/unmerge?of=${absorbed}`;

/** The file that proves to a stranger where the revision stands, and the keys that it is verified by. */
export const proofPath = (hash: string) => `/api/v1/history${revisionPath(hash)}/proof`;
export const KEYS_PATH = "/api/v1/history/keys";

/** A revision's permanent address: enough of its hash to name no other. */
export const revisionPath = (hash: string) => `/revisions/${hash.replace(/^sha256:/, "").slice(0, 16)}`;

/** The kinds whose own pages can show what had been published by a day. */
export const hasAsOf = (kind: RecordKind): kind is keyof typeof LISTS => kind in LISTS;

type RecordAddress = {
  readonly kind: RecordKind;
  readonly slug: string;
  /** The same address with another record's slug. */
  readonly of: (slug: string) => string;
};

/** The record that an address of a page or of the API is about, with what stands behind its slug; null: about none. */
export function recordInPath(path: string): RecordAddress | null {
  const [, before, kind, list, slug, after] = RECORD_ADDRESS.exec(path) ?? [];
  const found = kind ?? Object.keys(LISTS).find((one) => LISTS[one as keyof typeof LISTS] === list);
  if (before === undefined || slug === undefined || !RECORD_KINDS.some((one) => one === found)) return null;
  return {
    kind: found as RecordKind,
    slug,
    of: (other) => `${before}/${list ?? `records/${kind}`}/${other}${after ?? ""}`,
  };
}

const RECORD_ADDRESS = /^((?:\/api\/v1)?)\/(?:records\/([a-z_]+)|([a-z]+))\/([a-z0-9-]+)([/?].*)?$/;

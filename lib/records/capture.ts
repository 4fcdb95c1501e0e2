import { z } from "zod";

/** Of a page that the server is asked to look at. */
export const pageAddress = z.url({ protocol: /^https?$/, error: "validation.url" }).max(2000, "validation.tooLong");

/** Why the server does not ask for a page, or got no answer that it takes. */
const FETCH_FAILURES = [
  "off",
  "scheme",
  "userinfo",
  "port",
  "address",
  "unresolved",
  "redirects",
  "size",
  "time",
  "certificate",
  "connection",
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

/** What stands there in the page's place. */
export const WALLS = ["status", "captcha", "consent", "login", "thin"] as const;
export type Wall = (typeof WALLS)[number];

export const CAPTURE_STATES = ["pending", "complete", "failed"] as const;

/** `program`: what failed was here, and not there. */
export const CAPTURE_FAILURES = [...FETCH_FAILURES, "program"] as const;
export type CaptureFailure = (typeof CAPTURE_FAILURES)[number];

/** `sandbox`: the browser can't be kept apart from the rest of this machine, and opens nothing. */
export const BROWSER_FAILURES = [...CAPTURE_FAILURES, "sandbox"] as const;
export type BrowserFailure = (typeof BROWSER_FAILURES)[number];

/** Another attempt may get on: the net was away, or whoever answers. */
const PASSING: ReadonlySet<BrowserFailure> = new Set(["unresolved", "time", "connection", "program"]);
export const mayPass = (failure: BrowserFailure): boolean => PASSING.has(failure);

/** What a browser made of a page: its first screen as it came and after its question for consent, all of it, as PDF, and its DOM. */
const BROWSER_PARTS = ["first_screen", "after_consent", "full_page", "printed", "dom"] as const;
export type BrowserPart = (typeof BROWSER_PARTS)[number];

/** `exchange`: requests and answers as WARC. `body`: what was answered, when that is no page. */
export type CapturedPart = "exchange" | "text" | "body" | "certificates" | BrowserPart;

/** Whether what looks for consent was refused where it could be, or given where nothing else was offered. */
export type ConsentChoice = "refused" | "given";

/** From where, with what, and how a browser opened a page. */
export type BrowserSummary = {
  readonly programs: Readonly<Record<string, string>>;
  /** Where it ended, after its redirects and scripts. */
  readonly landed: string;
  /** The IP addresses that answered for the host of `landed`. */
  readonly addresses: readonly string[];
  readonly status: number | null;
  /** The button that was pressed, as it was written. */
  readonly consent: { readonly choice: ConsentChoice; readonly label: string } | null;
  readonly connections: number;
  readonly bytes: number;
  /** What the page asked for and did not get: hosts that are asked nothing, each with its reason. */
  readonly refused: readonly { readonly host: string; readonly why: FetchFailure }[];
  /** Requests of the page that would have sent something, and were not made; absent of what was opened before they were held back. */
  readonly heldBack?: number;
  /** More was asked for, or there was more to see, than is kept of a page. */
  readonly isCut: boolean;
};

/** One of the chain that a server showed. */
export type Certificate = {
  readonly subject: string;
  readonly issuer: string;
  /** Instants as ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** SHA-256 of the certificate as DER, lower-case hexadecimal. */
  readonly fingerprint: string;
};

export type CapturedFile = {
  readonly part: CapturedPart;
  /** The attachment's id. */
  readonly attachment: string;
  /** False: the record had the same bytes before. */
  readonly isNew: boolean;
};

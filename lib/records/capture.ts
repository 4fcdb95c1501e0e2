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

/** Another attempt may get on: the net was away, or whoever answers. */
const PASSING: ReadonlySet<CaptureFailure> = new Set(["unresolved", "time", "connection", "program"]);
export const mayPass = (failure: CaptureFailure): boolean => PASSING.has(failure);

/** `exchange`: requests and answers as WARC. `body`: what was answered, when that is no page. */
export type CapturedPart = "exchange" | "text" | "body" | "certificates";

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

import { z } from "zod";

/** Of a page that the server is asked to look at. */
export const pageAddress = z.url({ protocol: /^https?$/, error: "validation.url" }).max(2000, "validation.tooLong");

/** Why the server does not ask for a page, or got no answer that it takes. */
export const FETCH_FAILURES = [
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

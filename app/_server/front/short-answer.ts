import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type KeptField, unavailablePage, type WhyShort } from "@/app/_server/unavailable-page";
import { LOCALE_COOKIE, preferredLocale, THEME_COOKIE } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { writeTurnedAway } from "@/lib/workflow/turned-away";

const TITLES = { 400: "Bad request", 403: "Forbidden", 503: "Unavailable" } as const;

export type ShortAnswer = {
  readonly status: keyof typeof TITLES;
  readonly why: WhyShort;
  /** Of the form that is given back with it. */
  readonly fields?: readonly KeptField[];
};
/** Seconds. */
const COME_BACK = 2;

const cookieOf = (request: IncomingMessage, name: string) =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];

/** Answers in the reader's language without Next: a page to whom asks for one, an outcome to an action, RFC 9457 to everybody else. */
export function answerShortly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, why, fields }: ShortAnswer,
): void {
  const locale = preferredLocale(cookieOf(request, LOCALE_COOKIE), request.headers["accept-language"]);
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", String(COME_BACK));
  if (why === "closing") response.setHeader("Connection", "close");
  const isAction = request.headers["next-action"] !== undefined;
  const wantsPage = request.headers.accept?.includes("text/html") && !isAction;
  response.setHeader("Content-Type", wantsPage ? "text/html; charset=utf-8" : "application/problem+json");
  if (wantsPage) {
    const nonce = randomBytes(16).toString("base64");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    response.end(unavailablePage({ locale, theme: cookieOf(request, THEME_COOKIE), nonce, why, fields }));
    return;
  }
  const detail = getTranslations(locale, "refusal")(why);
  if (isAction) {
    // To the letter: with anything behind it Next keeps the text from the page.
    response.setHeader("Content-Type", "text/plain");
    const retryAfter = why === "busy" || why === "closing" ? COME_BACK : null;
    response.end(writeTurnedAway({ sentence: detail, retryAfter }));
    return;
  }
  const title = TITLES[status];
  const type = `urn:wederhoor:problem:${title.toLowerCase().replaceAll(" ", "-")}`;
  const doubt = why === "inDoubt" ? { inDoubt: true } : {};
  response.end(JSON.stringify({ type, title, status, detail, ...doubt }));
}

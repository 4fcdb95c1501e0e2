import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { unavailablePage, type WhyShort } from "@/app/_server/unavailable-page";
import { LOCALE_COOKIE, preferredLocale, THEME_COOKIE } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

const TITLES = { 400: "Bad request", 403: "Forbidden", 503: "Unavailable" } as const;

export type ShortAnswer = {
  readonly status: keyof typeof TITLES;
  readonly why: WhyShort;
};

const cookieOf = (request: IncomingMessage, name: string) =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];

/** Answers in the reader's language without Next: a page to whom asks for one, RFC 9457 to everybody else. */
export function answerShortly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, why }: ShortAnswer,
): void {
  const locale = preferredLocale(cookieOf(request, LOCALE_COOKIE), request.headers["accept-language"]);
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", "2");
  if (why === "closing") response.setHeader("Connection", "close");
  const wantsPage = request.headers.accept?.includes("text/html") && !request.headers["next-action"];
  response.setHeader("Content-Type", wantsPage ? "text/html; charset=utf-8" : "application/problem+json");
  if (wantsPage) {
    const nonce = randomBytes(16).toString("base64");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    response.end(unavailablePage({ locale, theme: cookieOf(request, THEME_COOKIE), nonce, why }));
    return;
  }
  const detail = getTranslations(locale, "refusal")(why);
  const title = TITLES[status];
  const type = `urn:wederhoor:problem:${title.toLowerCase().replaceAll(" ", "-")}`;
  const doubt = why === "inDoubt" ? { inDoubt: true } : {};
  response.end(JSON.stringify({ type, title, status, detail, ...doubt }));
}

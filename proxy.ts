import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { mapOrigin } from "@/app/_server/map-style";
import { keptFields, unavailablePage } from "@/app/_server/unavailable-page";
import { isReachable } from "@/db/client";
import { LOCALE_COOKIE, preferredLocale, THEME_COOKIE } from "@/lib/text/locale";

const developing = process.env.NODE_ENV === "development";

function contentPolicy(nonce: string): string {
  const origin = mapOrigin();
  const tiles = origin ? ` ${origin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Charts and progress bars set sizes as style attributes.
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${tiles}`,
    "font-src 'self'",
    `connect-src 'self'${tiles}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What a form that was posted without JavaScript holds. */
const readFields = async (request: NextRequest) =>
  request.method === "POST" ? keptFields(await request.formData().catch(() => new FormData())) : [];

/** next-auth's own endpoint makes "nobody" of a database that is away. */
const isSessionQuestion = (request: NextRequest) => request.nextUrl.pathname === "/api/auth/session";

/** What reads JSON or RSC is told by the status alone. */
async function answerAway(request: NextRequest, nonce: string): Promise<NextResponse> {
  const cookie = (name: string) => request.cookies.get(name)?.value;
  const locale = preferredLocale(cookie(LOCALE_COOKIE), request.headers.get("accept-language"));
  const look = { locale, theme: cookie(THEME_COOKIE), nonce, why: "unavailable" } as const;
  return new NextResponse(unavailablePage({ ...look, fields: await readFields(request) }), {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "2" },
  });
}

/**
 * Sets the headers that differ by request, and tells the pages which address was asked. It guards nothing: pages and routes do. A page can't answer
 * 503 by itself, so while the database is away a page is answered here, be it asked for as a document or as RSC. An action
 * says so itself, in its form.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64url");
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const isPage =
    (request.headers.get("accept")?.includes("text/html") ||
      request.headers.has("x-page-as-json") ||
      isSessionQuestion(request)) &&
    !request.headers.has("next-action");
  const response =
    isPage && !(await isReachable()) ? await answerAway(request, nonce) : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Programs get no page: what they are answered has headers that stay the same, of next.config.js, and its own 503.
export const config = { matcher: "/((?!_next/static|_next/image|api/v1/|icon.svg|favicon.ico).*)" };

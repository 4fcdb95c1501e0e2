const BASE = "http://own.invalid";

/** A path of this site to go on to, or "/" for anything that would lead elsewhere. */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || /[\\\s]/.test(value)) return "/";
  const url = new URL(value, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("/sign-in") || url.pathname.startsWith("/api/")) return "/";
  return url.pathname + url.search;
}

/** Characters of the address in its encoded form: it comes back in a request's head, of which Node reads 16 kB with all cookies. */
const LONGEST_KEPT = 6000;

/**
 * Where somebody signs in, and goes on to the path that was asked for. Of an address that is too long its page is kept
 * without what was asked of it, and the sign-in page says so.
 */
export function signInPath(path: string | null): string {
  if (!path || path === "/") return "/sign-in";
  const whole = encodeURIComponent(path);
  if (whole.length <= LONGEST_KEPT) return `/sign-in?from=${whole}`;
  const page = encodeURIComponent(path.replace(/\?.*/s, ""));
  return page.length <= LONGEST_KEPT ? `/sign-in?from=${page}&cut=1` : "/sign-in?cut=1";
}

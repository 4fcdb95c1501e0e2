const BASE = "http://own.invalid";

/** A path of this site to go on to, or "/" for anything that would lead elsewhere. */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || /[\\\s]/.test(value)) return "/";
  const url = new URL(value, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("/sign-in") || url.pathname.startsWith("/api/")) return "/";
  return url.pathname + url.search;
}

/** What a request asks for, by how much work that is: each sort waits in a queue of its own. */
export type Lane = "free" | "read" | "export" | "write" | "stream";

const FREE = /^\/(?:_next\/static\/|map\/|icon\.svg$|favicon\.ico$|sign-out$)/;
const EXPORT = /^\/(?:summary\.pdf$|corrections\/feed$|replies\/[^/]+\/letter\.txt$|api\/(?:feeds|v1\/figures)\/)/;
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

export const isReading = (method: string): boolean => READING.has(method);

/** Files and signing out are never kept waiting. */
export function laneOf(method: string, pathname: string): Lane {
  if (FREE.test(pathname)) return "free";
  if (!isReading(method)) return "write";
  if (pathname === "/api/v1/stream") return "stream";
  return EXPORT.test(pathname) ? "export" : "read";
}

/** What a request asks for, by how much work that is: each sort waits in a queue of its own. */
export type RequestLane = "free" | "read" | "export" | "write" | "stream" | "upload";

const FREE = /^\/(?:_next\/static\/|map\/|icon\.svg$|favicon\.ico$|sign-out$)/;
const EXPORT =
  /^\/(?:summary\.pdf$|corrections\/feed$|replies\/[^/]+\/letter\.txt$|api\/(?:feeds|v1\/(?:figures|lists))\/)/;
/** What is taken along as a file: much work for one request. */
export const isExport = (pathname: string): boolean => EXPORT.test(pathname);
/** Long files take long: they have lanes of their own, without a deadline. */
const FILE = /^\/api\/v1\/(?:comments\/)?files\/[^/]+$/;
export const isFilePath = (pathname: string): boolean => FILE.test(pathname);
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

export const isReading = (method: string): boolean => READING.has(method);

/** Files and signing out are never kept waiting. */
export function laneOf(method: string, pathname: string): RequestLane {
  if (FREE.test(pathname)) return "free";
  if (pathname.startsWith("/api/v1/uploads") || isFilePath(pathname)) return "upload";
  if (!isReading(method)) return "write";
  if (pathname === "/api/v1/stream") return "stream";
  return isExport(pathname) ? "export" : "read";
}

const LIST = /^\/api\/v1\/lists\//;
/** Every page of a file is drawn for its copy. */
const REDACTION = /^(?:\/files\/[^/]+\/redact|\/api\/v1\/files\/[^/]+\/redaction)$/;
/** What has no deadline, since it is as long as it is. */
export const isLong = (lane: RequestLane, pathname: string): boolean =>
  lane === "stream" || lane === "upload" || LIST.test(pathname) || REDACTION.test(pathname);

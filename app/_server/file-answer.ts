import "server-only";
import { Readable } from "node:stream";
import type { openPicture } from "@/db/access/files/page-pictures";
import { openStorage } from "@/db/files/storage";
import { viewingOf } from "@/lib/records/file";
import { Refusal } from "@/lib/workflow/refusal";

type Found = { readonly digest: string; readonly type: string; readonly name: string };

/**
 * The bytes of a file, or those that a Range header asks for (RFC 9110, one range). Nothing in it may run: what a browser can't
 * show safely is a download, and what it shows is cut off from this site.
 * @throws Refusal not_found when the bytes are not in the storage
 */
export async function answerFile(file: Found, request: Pick<Headers, "get">): Promise<Response> {
  const storage = openStorage();
  const size = await storage.sizeOf(file.digest);
  if (size === null) throw Refusal.notFound();
  const headers = headersOf(file);
  if (request.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  const range = rangeAsked(request, headers.ETag, size);
  if (range === "outside") {
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${size}` } });
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const bytes = size === 0 ? Readable.from([]) : storage.open(file.digest, { first, last });
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "Content-Length": String(last - first + 1),
      ...(range && { "Content-Range": `bytes ${first}-${last}/${size}` }),
    },
  });
}

/** A picture of a page; it was made here, and is cut off all the same. */
export function answerPicture(
  { bytes, length, digest }: Awaited<ReturnType<typeof openPicture>>,
  name: string,
  request: Pick<Headers, "get">,
): Response {
  const headers = {
    "Content-Type": "image/webp",
    "Content-Security-Policy": `${NOTHING}; sandbox`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
    ETag: `"${digest}-${name}"`,
  };
  if (request.get("if-none-match") === headers.ETag) {
    bytes.destroy();
    return new Response(null, { status: 304, headers });
  }
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: { ...headers, "Content-Length": String(length) },
  });
}

function headersOf({ digest, type, name }: Found) {
  const viewing = viewingOf(type);
  const disposition = viewing === "download" ? "attachment" : "inline";
  const plain = name.replace(/[^ !#$&-[\]-~]/g, "_");
  return {
    "Content-Type": viewing === "text" ? "text/plain; charset=utf-8" : viewing === "download" ? OCTETS : type,
    "Content-Disposition": `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    // A browser's own viewer of PDF does not work in a sandbox.
    "Content-Security-Policy": viewing === "pdf" ? NOTHING : `${NOTHING}; sandbox`,
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-cache",
    ETag: `"${digest}"`,
  };
}

const OCTETS = "application/octet-stream";
const NOTHING =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Of bytes that are not those of which somebody has a part already (If-Range), the whole is sent. */
export function rangeAsked(request: Pick<Headers, "get">, etag: string, size: number): ReturnType<typeof rangeIn> {
  const condition = request.get("if-range");
  return condition === null || condition === etag ? rangeIn(request.get("range"), size) : null;
}

/** @returns null: the whole; "outside": no byte of it */
export function rangeIn(header: string | null, size: number): { first: number; last: number } | "outside" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return null;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < first) return null;
  return first >= size || last < first ? "outside" : { first, last };
}

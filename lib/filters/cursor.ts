import type { z } from "zod";
import { canonicalJson } from "../text/canonical-json";

const LONGEST = 1000;

/** The place of the last row of a page, fit for an address: base64url of canonical JSON. Opaque, but no secret. */
export function encodeCursor(position: unknown): string {
  const bytes = new TextEncoder().encode(canonicalJson(position));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The place as `encodeCursor` wrote it; null for any other text, also for one that another list wrote. */
export function decodeCursor<T>(text: string, shape: z.ZodType<T>): T | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (byte) => byte.charCodeAt(0));
    const position: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const read = shape.safeParse(position);
    if (JSON.stringify(position).includes("\\u0000")) return null;
    return read.success && encodeCursor(position) === text ? read.data : null;
  } catch {
    return null;
  }
}

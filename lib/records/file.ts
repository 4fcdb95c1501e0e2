import { z } from "zod";
import type { RecordKind } from "./editorial";
import { slug } from "./slug";

/** PREMIS 3 eventType, of what happens to a file here. */
export const CUSTODY_KINDS = [
  "ingestion",
  "message digest calculation",
  "fixity check",
  "redaction",
  "release",
  "dissemination",
  "withdrawal",
  "deletion",
] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];

/** What a check of a file against its digest finds. */
export type Fixity = "intact" | "changed" | "missing" | "unreadable";

/** Why no text of a file can be searched, or not all of it. */
export const UNREAD_REASONS = ["no text", "encrypted", "unreadable", "too long"] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** What takes files. */
export const FILED_KINDS = ["evidence", "response", "reply_request"] as const satisfies readonly RecordKind[];
export type FiledKind = (typeof FILED_KINDS)[number];

/** Which record has files. */
export const filedSubject = z.strictObject({ kind: z.enum(FILED_KINDS), slug });
export type FiledSubject = z.infer<typeof filedSubject>;

/** A comment that has files. */
export const filedComment = z.strictObject({ kind: z.literal("comment"), id: z.uuid() });
/** What a file is handed in with. */
export type FileTarget = FiledSubject | z.infer<typeof filedComment>;

/** What a file is, as somebody looks for it. */
export const FILE_SORTS = ["pdf", "image", "video", "audio", "text", "other"] as const;
export type FileSort = (typeof FILE_SORTS)[number];

/** How a browser may show a file: anything that could be active is only downloaded. */
type Viewing = "image" | "audio" | "video" | "pdf" | "text" | "download";

const VIEWED: Readonly<Record<string, Viewing>> = {
  "image/png": "image",
  "image/jpeg": "image",
  "image/gif": "image",
  "image/webp": "image",
  "image/avif": "image",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/x-m4a": "audio",
  "audio/ogg": "audio",
  "audio/wav": "audio",
  "audio/flac": "audio",
  "video/mp4": "video",
  "video/webm": "video",
  "application/pdf": "pdf",
  "text/plain": "text",
};

/** @param type as the bytes say, without parameters */
export const viewingOf = (type: string): Viewing => VIEWED[type] ?? "download";

/** Whether pages of a file can be drawn, and redacted; an image is one page. */
export const hasPages = (type: string): boolean => ["pdf", "image"].includes(viewingOf(type));

/** Of a page: small in a list, or to be read. */
export const PICTURE_SIZES = ["thumbnail", "page"] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** Where a page of a file is as a picture. */
export const picturePath = (id: string, page: number, size: PictureSize): string =>
  `/api/v1/files/${id}/pictures/${page}${size === "page" ? "" : `?size=${size}`}`;

/** Where a file is that came with a comment. */
export const commentFilePath = (id: string): string => `/api/v1/comments/files/${id}`;

/** As a name on a screen and on a disk: no path, no control characters, at most 200 characters. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}"<>|:*?]/gu, "").trim();
  return [...plain].slice(0, 200).join("") || "file";
}

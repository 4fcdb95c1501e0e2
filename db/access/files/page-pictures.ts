import { type MetadataEntry, openPagePicture, type Picture, readMetadata } from "@/db/files/page-pictures";
import { openStorage } from "@/db/files/storage";
import { hasPages, type PictureSize } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { findAttachment } from "./files";

/**
 * A page of a file as a picture, for whoever may open the file itself.
 * @throws Refusal forbidden or not_found, also of a page that can't be drawn
 */
export async function openPicture(
  actor: Actor,
  attachment: string,
  page: number,
  size: PictureSize,
  storage = openStorage(),
): Promise<Picture & { readonly digest: string }> {
  const file = await findAttachment(actor, attachment);
  const picture = hasPages(file.type) ? await openPagePicture(storage, file, page, size) : null;
  if (!picture) throw Refusal.notFound();
  return { ...picture, digest: file.digest };
}

/**
 * What a file says of itself beside what it shows: for whoever may open originals.
 * @param patience milliseconds after which nobody waits any longer: it is read on, and is there the next time
 * @returns null when it is not there yet
 * @throws Refusal forbidden or not_found
 */
export async function readFileMetadata(
  actor: Actor,
  attachment: string,
  { storage = openStorage(), patience = Number.POSITIVE_INFINITY } = {},
): Promise<readonly MetadataEntry[] | null> {
  requirePermission(actor, "open an original file");
  const file = await findAttachment(actor, attachment);
  if (!hasPages(file.type)) return [];
  const reading = readMetadata(storage, file);
  if (patience === Number.POSITIVE_INFINITY) return reading;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  return Promise.race([reading.catch(() => []), late]).finally(() => clearTimeout(timer));
}

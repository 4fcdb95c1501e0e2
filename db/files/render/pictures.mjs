import { join } from "node:path";
import { imageOf, openImage, openPdf, readPixels, Unreadable } from "./pages.mjs";

/** WebP has no side that is longer. */
const LONGEST = 16_000;

/** A page as two pictures in the task's folder: `thumbnail.webp` and `page.webp`. */
export async function drawPage(bytes, { type, page, folder, thumbnail, width }) {
  const drawn = imageOf(await pixelsOf(bytes, type, page, width));
  const { width: across, height: down } = await drawn.metadata();
  const tall = down > 2 * across ? { height: 2 * thumbnail, fit: "cover", position: "top" } : {};
  await drawn.clone().webp({ quality: 82 }).toFile(join(folder, "page.webp"));
  await drawn
    .clone()
    .resize({ width: thumbnail, withoutEnlargement: true, ...tall })
    .webp({ quality: 75 })
    .toFile(join(folder, "thumbnail.webp"));
  return { width: across, height: down };
}

async function pixelsOf(bytes, type, page, width) {
  if (type === "application/pdf") {
    const { draw } = await openPdf(bytes);
    return draw(page, (across, down) => Math.min(width / across, LONGEST / down));
  }
  if (page !== 1) throw new Unreadable("no page");
  return readPixels(openImage(bytes).resize({ width, height: LONGEST, fit: "inside", withoutEnlargement: true }));
}

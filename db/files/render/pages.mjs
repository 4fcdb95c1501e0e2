// Pages as pixels: those of a PDF, or an image as the one page that it is.
import sharp from "sharp";

sharp.cache(false);
sharp.concurrency(1);

/** Of a decoded image, and of a page that is drawn. */
const [MOST_PIXELS, MOST_DRAWN] = [100_000_000, 25_000_000];

/** Its message is the reason, in the words of UNREAD_REASONS. */
export class Unreadable extends Error {}

/** Upright, on white, without anything but its pixels. */
export const openImage = (bytes) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1 })
    .autoOrient()
    .flatten({ background: "white" })
    .toColourspace("srgb");

/** Three bytes to a pixel. */
export async function readPixels(image) {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export const imageOf = ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 3 } });

/** @returns how many pages there are, and `draw(page, scaleOf)`, where `scaleOf` says pixels to a point of a page's size */
export async function openPdf(bytes) {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error) => {
    throw new Unreadable(/password/i.test(error.message) ? "encrypted" : "unreadable");
  });
  const pages = document.getPageCount();
  return {
    pages,
    async draw(page, scaleOf) {
      if (page > pages) throw new Unreadable("no page");
      const drawn = document.getPage(page - 1);
      const { originalWidth: width, originalHeight: height } = drawn.getOriginalSize();
      if (!(width >= 1 && height >= 1)) throw new Unreadable("unreadable");
      const scale = Math.min(scaleOf(width, height), Math.sqrt(MOST_DRAWN / (width * height)));
      // Forms are filled in by what stands in their fields, which a reader sees too.
      const picture = await drawn.render({ scale, render: "bitmap", renderFormFields: true });
      return readPixels(
        sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } }).flatten({
          background: "white",
        }),
      );
    },
  };
}

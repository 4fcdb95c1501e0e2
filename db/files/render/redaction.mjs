import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { imageOf, openImage, openPdf, readPixels, Unreadable } from "./pages.mjs";

const DOTS_PER_INCH = 150;
const MOST_PAGES = 200;

/**
 * A copy of which nothing is left but pixels, the boxes black in them: `copy` in the task's folder.
 * @returns its type
 */
export async function redactFile(bytes, { type, boxes, folder }) {
  const path = join(folder, "copy");
  return type === "application/pdf" ? redactPdf(bytes, boxes, path) : redactImage(bytes, type, boxes, path);
}

/** A photograph stays a JPEG: its boxes reach to the edges of JPEG's own blocks of 8 pixels, so that black stays black. */
async function redactImage(bytes, type, boxes, path) {
  if (boxes.some(({ page }) => page !== 1)) throw new Unreadable("no page");
  const isPhoto = type === "image/jpeg";
  const pixels = await readPixels(openImage(bytes));
  paintBoxes(pixels, boxes, isPhoto ? 8 : 1);
  writeFileSync(path, isPhoto ? await jpegOf(pixels, 92) : await imageOf(pixels).png().toBuffer());
  return { type: isPhoto ? type : "image/png", pages: 1 };
}

async function redactPdf(bytes, boxes, path) {
  const { pages, draw } = await openPdf(bytes);
  if (pages > MOST_PAGES) throw new Unreadable("too long");
  if (boxes.some(({ page }) => page > pages)) throw new Unreadable("no page");
  const pdf = startPdf(path);
  for (let page = 1; page <= pages; page += 1) {
    const pixels = await draw(page, () => DOTS_PER_INCH / 72);
    const own = boxes.filter((box) => box.page === page);
    paintBoxes(pixels, own, 1);
    pdf.addPage(pixels, await smallestOf(pixels, own.length > 0));
  }
  pdf.end();
  return { type: "application/pdf", pages };
}

/** Opaque black, outwards to whole pixels, or to whole blocks of `grid` pixels. */
function paintBoxes({ data, width, height }, boxes, grid) {
  const spanOf = (start, length, whole) => [
    Math.max(0, Math.floor((start * whole) / 100 / grid) * grid),
    Math.min(whole, Math.ceil(((start + length) * whole) / 100 / grid) * grid),
  ];
  for (const box of boxes) {
    const [left, right] = spanOf(box.left, box.width, width);
    const [top, bottom] = spanOf(box.top, box.height, height);
    for (let row = top; row < bottom; row += 1) data.fill(0, (row * width + left) * 3, (row * width + right) * 3);
  }
}

const jpegOf = (pixels, quality) => imageOf(pixels).jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();

/** A page's stream. One with boxes loses nothing of its pixels; any other may, where that is much smaller. */
async function smallestOf(pixels, isExact) {
  const exact = dataOfPng(await imageOf(pixels).png({ compressionLevel: 7 }).toBuffer());
  const rows = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns ${pixels.width} >>`;
  if (isExact) return { bytes: exact, filter: rows };
  const photo = await jpegOf(pixels, 85);
  return photo.length < exact.length
    ? { bytes: photo, filter: "/Filter /DCTDecode" }
    : { bytes: exact, filter: rows };
}

/** The IDAT chunks of a PNG are what PDF calls Flate with PNG's predictor. */
function dataOfPng(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const start = at + 8;
    if (png.toString("latin1", at + 4, start) === "IDAT")
      parts.push(png.subarray(start, start + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** A PDF of pictures alone, written page by page: no text, no font, no metadata. */
function startPdf(path) {
  const file = openSync(path, "wx", 0o600);
  const offsets = [];
  let length = 0;
  const write = (part) => {
    length += writeSync(file, part);
  };
  const writeAll = (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(file, bytes, at);
      at += written;
      length += written;
    }
  };
  const addObject = (number, head, bytes) => {
    offsets[number] = length;
    write(`${number} 0 obj\n${head}\n`);
    if (bytes) {
      write("stream\n");
      writeAll(bytes);
      write("\nendstream\n");
    }
    write("endobj\n");
  };
  const kids = [];
  write("%PDF-1.7\n");
  return {
    addPage({ width, height }, { bytes, filter }) {
      const first = 3 + kids.length * 3;
      const [across, down] = [width, height].map((pixels) => ((pixels * 72) / DOTS_PER_INCH).toFixed(2));
      const drawing = Buffer.from(`${across} 0 0 ${down} 0 0 cm /P Do`);
      kids.push(`${first} 0 R`);
      addObject(
        first,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources << /XObject << /P ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
      );
      addObject(first + 1, `<< /Length ${drawing.length} >>`, drawing);
      const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
      addObject(first + 2, `<< ${kind} ${filter} /Length ${bytes.length} >>`, bytes);
    },
    end() {
      addObject(1, "<< /Type /Catalog /Pages 2 0 R >>");
      addObject(2, `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`);
      const start = length;
      const table = offsets.slice(1).map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
      write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${table.join("")}`);
      write(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
      closeSync(file);
    },
  };
}

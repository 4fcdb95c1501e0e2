import readExif from "exif-reader";
import sharp from "sharp";
import "../drawing-classes.mjs";

/** Of each file so many entries, and of each so many letters. */
const [MOST, LONGEST] = [120, 400];

/** What a file says of itself beside what it shows, by the names that it has there. */
export async function readMetadata(bytes, { type }) {
  const found = type === "application/pdf" ? await ofPdf(bytes) : await ofImage(bytes);
  const entries = found
    .map(([name, value]) => [name.slice(0, 80), textOf(value).slice(0, LONGEST)])
    .filter(([, text]) => text !== "");
  return { entries: entries.slice(0, MOST) };
}

async function ofPdf(bytes) {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const opened = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const { info, metadata } = await (await opened.promise).getMetadata();
  const own = Object.entries(info).filter(([name]) => !/^(?:Is|Custom|EncryptFilter)/.test(name));
  return [...own, ...Object.entries(info.Custom ?? {}), ...(metadata ? [...metadata] : [])];
}

async function ofImage(bytes) {
  const { width, height, density, exif, xmp, iptc, icc } = await sharp(bytes, { pages: 1 }).metadata();
  const own = [
    ["Width", width],
    ["Height", height],
    ["Density", density],
  ];
  const sizes = Object.entries({ XMP: xmp, IPTC: iptc, ICC: icc }).map(([name, part]) => [
    name,
    part && `${part.length} bytes`,
  ]);
  return [...own, ...(exif ? ofExif(readExif(exif)) : []), ...sizes];
}

function ofExif(parts) {
  const { GPSInfo: gps } = parts;
  const entries = Object.values(parts).flatMap((part) =>
    part && typeof part === "object" ? Object.entries(part) : [],
  );
  const position = gps && [
    degreesOf(gps.GPSLatitude, gps.GPSLatitudeRef),
    degreesOf(gps.GPSLongitude, gps.GPSLongitudeRef),
  ];
  return position?.every(Number.isFinite)
    ? [["GPS", position.map((degrees) => degrees.toFixed(5)).join(", ")], ...entries]
    : entries;
}

/** Degrees, minutes and seconds as one number. */
function degreesOf(parts, side) {
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts ?? [];
  return (degrees + minutes / 60 + seconds / 3600) * (side === "S" || side === "W" ? -1 : 1);
}

function textOf(value) {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (Buffer.isBuffer(value) || ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Document, Font, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { expect, test } from "vitest";
import { makeRandomTexts } from "@/lib/text/random-texts";
import { PDF_SANS, PDF_SERIF, registerFonts } from "./fonts";
import { styles } from "./styles";

const hasReader = await promisify(execFile)("pdftotext", ["-v"]).then(
  () => true,
  () => false,
);

/** What pdftotext reads of these lines, in Unicode's own order and form. */
async function printed(lines: readonly string[]): Promise<string[]> {
  await registerFonts();
  const pdf = await renderToBuffer(
    <Document>
      <Page size="A4" style={{ ...styles.page, fontSize: 6, lineHeight: 2 }}>
        <Text>{lines.join("\n")}</Text>
      </Page>
    </Document>,
  );
  const reader = promisify(execFile)("pdftotext", ["-layout", "-", "-"], { maxBuffer: 2 ** 24 });
  reader.child.stdin?.end(pdf);
  const text = (await reader).stdout.replace(/[\u202a-\u202e\f]/g, "").normalize("NFKC");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim());
}

test("a thousand texts in fourteen scripts are printed as the same text", async () => {
  if (!hasReader) return;
  const lines = makeRandomTexts(20_221_201, 1000).map(({ words }) => words.join(" "));
  expect(await printed(lines)).toEqual(lines.map((line) => line.normalize("NFKC")));
});

test("no font of the file forgets which letter is meant, whatever was drawn with the same shape before", async () => {
  await registerFonts();
  const DOTLESS = 0x131;
  for (const fontFamily of [...PDF_SANS, ...PDF_SERIF]) {
    const font = Font.getFont({ fontFamily })?.data;
    const { id = 0 } = font?.glyphForCodePoint(DOTLESS) ?? {};
    expect(font?.getGlyph(id, []).codePoints, fontFamily).toEqual([]);
    expect(font?.getGlyph(id, [DOTLESS]).codePoints, fontFamily).toEqual([DOTLESS]);
  }
});

test("a letter that no font has is a box, never another letter, and costs no other", async () => {
  if (!hasReader) return;
  const lines = [
    ["Новая газета", "Новая газета"],
    ["أحمد آمال إسلام", "أحمد آمال إسلام"],
    ["สถานีตำรวจ", "สถานีตำรวจ"],
    ["ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ"],
    ["臺灣 日本語の 한국어", "臺灣 日本語の 한국어"],
    ["az\u{13000}yz", "az yz"],
  ] as const;
  const read = await printed(lines.map(([line]) => line));
  expect(read.map((line) => line.replace(/[^\p{L}\p{M}]+/gu, " ").normalize("NFKC"))).toEqual(
    lines.map(([, line]) => line.normalize("NFKC")),
  );
});

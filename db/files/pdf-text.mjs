// A process of its own: what a broken or hostile PDF does to the memory and the time of its reader ends with it.
// Reads a PDF from its input; writes a line of JSON for each page, and at last one that says how many there are.
import "./drawing-classes.mjs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const [mostPages, mostLetters] = process.argv.slice(2).map(Number);
const parts = [];
for await (const part of process.stdin) parts.push(part);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const { numPages, getPage } = await open(new Uint8Array(Buffer.concat(parts)));
  let letters = 0;
  let isCut = numPages > mostPages;
  for (let page = 1; page <= Math.min(numPages, mostPages) && !isCut; page += 1) {
    const { items } = await (await getPage(page)).getTextContent();
    const text = items.map(({ str = "", hasEOL }) => (hasEOL ? `${str}\n` : str)).join("");
    letters += text.length;
    isCut = letters > mostLetters;
    if (!isCut) tell({ page, text });
  }
  tell({ pages: numPages, problem: isCut ? "too long" : null });
} catch (error) {
  tell({ pages: 0, problem: error?.name === "PasswordException" ? "encrypted" : "unreadable" });
}

async function open(data) {
  const document = await getDocument({
    data,
    // Nothing of a file runs, and nothing is fetched for it.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  return { numPages: document.numPages, getPage: (page) => document.getPage(page) };
}

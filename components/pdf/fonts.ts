import "server-only";
import { Font } from "@react-pdf/renderer";
import { mendLayout } from "./mend-layout";

const FOLDER = `${process.cwd()}/components/pdf/fonts`;
const file = (name: string) => `${FOLDER}/${name}`;

/** By script, in the order in which they are asked for a letter; of Han the form of the mainland comes first. */
const NOTO = [
  ...["latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "armenian", "georgian", "hebrew"],
  ...["arabic", "ethiopic", "devanagari", "bengali", "gurmukhi", "gujarati", "oriya", "tamil", "telugu", "kannada"],
  ...["malayalam", "sinhala", "thai", "lao", "khmer", "myanmar"],
];
const NOTO_AFTER_CHINESE = ["japanese", "korean", "chinese-traditional", "symbols"];

/** What the renderer asks last. Its own of this name is no file: a letter that it lacks comes out as another letter. */
const LAST = "Helvetica";

const OTHERS = [...NOTO, "Chinese", ...NOTO_AFTER_CHINESE, LAST];
/** Fonts that travel in the file. What the first of a family lacks is taken from the next. */
export const PDF_SANS = ["Sans", "Sans Extended", ...OTHERS];
export const PDF_SERIF = ["Serif", "Serif Extended", ...OTHERS];

let ready: Promise<void> | undefined;

/** Once for the process; before the first document is drawn. */
export function registerFonts(): Promise<void> {
  ready ??= loadFonts();
  return ready;
}

async function loadFonts(): Promise<void> {
  const weights = (stem: string) =>
    ([400, 600] as const).map((fontWeight) => ({ src: file(`${stem}-${fontWeight}.ttf`), fontWeight }));
  Font.clear();
  Font.register({ family: "Sans", fonts: weights("sans-latin") });
  Font.register({ family: "Sans Extended", fonts: weights("sans-latin-ext") });
  Font.register({ family: "Serif", src: file("serif-latin-600.ttf") });
  Font.register({ family: "Serif Extended", src: file("serif-latin-ext-600.ttf") });
  Font.register({ family: "Chinese", src: file("chinese-400.ttf") });
  for (const script of [...NOTO, ...NOTO_AFTER_CHINESE]) {
    Font.register({ family: script, src: file(`noto-${script}.ttf`) });
  }
  // Draws a box for what no font has.
  Font.register({ family: LAST, src: file("sans-latin-400.ttf") });
  // Names and figures are not broken in two.
  Font.registerHyphenationCallback((word) => [word]);
  const faces = [...new Set([...PDF_SANS, ...PDF_SERIF])].flatMap((fontFamily) =>
    ([400, 600] as const).map((fontWeight) => ({ fontFamily, fontWeight })),
  );
  await Promise.all(faces.map((face) => Font.load(face)));
  // A family of one weight gives the same font for both.
  const fonts = new Set(faces.flatMap((face) => Font.getFont(face)?.data ?? []));
  for (const font of fonts) mendLayout(font);
}

import "server-only";
import { Font } from "@react-pdf/renderer";

const FOLDER = `${process.cwd()}/components/pdf/fonts`;
const file = (name: string) => `${FOLDER}/${name}`;

let registered = false;

/** Fonts that travel in the file. What the first of a family lacks is taken from the next: extended Latin, then Chinese. */
export const PDF_SANS = ["Sans", "Sans Extended", "Chinese"];
export const PDF_SERIF = ["Serif", "Serif Extended", "Chinese"];

export function registerFonts(): void {
  if (registered) return;
  registered = true;
  const weights = (stem: string) =>
    ([400, 600] as const).map((fontWeight) => ({ src: file(`${stem}-${fontWeight}.ttf`), fontWeight }));
  Font.register({ family: "Sans", fonts: weights("sans-latin") });
  Font.register({ family: "Sans Extended", fonts: weights("sans-latin-ext") });
  Font.register({ family: "Serif", src: file("serif-latin-600.ttf") });
  Font.register({ family: "Serif Extended", src: file("serif-latin-ext-600.ttf") });
  Font.register({ family: "Chinese", src: file("chinese-400.woff") });
  // Names and figures are not broken in two.
  Font.registerHyphenationCallback((word) => [word]);
}

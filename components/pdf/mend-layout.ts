import type { Font } from "@react-pdf/renderer";

type Fontkit = NonNullable<NonNullable<ReturnType<typeof Font.getFont>>["data"]>;
type Glyph = ReturnType<Fontkit["getGlyph"]>;
/** Letters stay whole: taken apart, one was lost when a line of Arabic was turned round, and another was copied from the file. */
const WHOLE_LETTERS = { ccmp: false };
const WITHOUT_MARKS = { ...WHOLE_LETTERS, mark: false, mkmk: false, abvm: false, blwm: false };

/**
 * The renderer cuts glyphs by the letters that each stands for. fontkit hands out one object for a glyph, with the letters
 * of its first use, and counts a letter drawn as two glyphs twice: letters at the end were lost. Marks that have no place
 * on their letter make fontkit throw: they are then set beside it.
 */
export function mendLayout(font: Fontkit): void {
  const [getGlyph, layout] = [font.getGlyph.bind(font), font.layout.bind(font)];
  const letters = new Set(font.characterSet);
  font.hasGlyphForCodePoint = (letter: number) => letters.has(letter);
  font.getGlyph = (id: number, codePoints: number[] = []) => standingFor(getGlyph(id, codePoints), codePoints);
  font.layout = (...[text, features, ...rest]: Parameters<typeof layout>) => {
    const run = layoutOrWithoutMarks(layout, [text, { ...WHOLE_LETTERS, ...features }, ...rest]);
    if (typeof text === "string") run.glyphs = withoutExcess(run.glyphs, text);
    return run;
  };
}

function layoutOrWithoutMarks(layout: Fontkit["layout"], given: Parameters<Fontkit["layout"]>) {
  try {
    return layout(...given);
  } catch {
    const [text, , ...rest] = given;
    return layout(text, WITHOUT_MARKS, ...rest);
  }
}

const standingFor = (glyph: Glyph, codePoints: readonly number[]): Glyph =>
  Object.create(glyph, { codePoints: { value: codePoints } });

/** Of a letter that was taken apart, the later parts stand for nothing. */
function withoutExcess(glyphs: Glyph[], text: string): Glyph[] {
  let excess = glyphs.reduce((sum, { codePoints }) => sum + codePoints.length, 0) - [...text].length;
  return glyphs
    .toReversed()
    .map((glyph) => {
      const [letter] = glyph.codePoints;
      if (excess <= 0 || letter === undefined || text.includes(String.fromCodePoint(letter))) return glyph;
      excess -= glyph.codePoints.length;
      return standingFor(glyph, []);
    })
    .toReversed();
}

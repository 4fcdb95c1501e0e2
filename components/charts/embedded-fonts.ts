/** The custom properties in which the page names its faces, and what the files call them. */
const HOUSE = {
  "--font-sans-latin": "Source Sans 3",
  "--font-sans-extended": "Source Sans 3",
  "--font-serif-latin": "Source Serif 4",
  "--font-serif-extended": "Source Serif 4",
} as const;
const CHINESE = ["Noto Sans SC Variable", "Noto Sans SC"] as const;

/** The page's own faces as a style sheet without outside resources: of each the parts that these letters are in. */
export async function embeddedFonts(text: string): Promise<string> {
  const names = namesOfFaces();
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ face: rule.style, base: sheet.href ?? document.baseURI }] : [],
    ),
  );
  const rules = faces.flatMap(({ face, base }) => {
    const name = names.get(plain(face.getPropertyValue("font-family")));
    const source = /url\("?([^")]+)"?\)/.exec(face.getPropertyValue("src"))?.[1];
    const range = face.getPropertyValue("unicode-range");
    return name && source && letters.some((letter) => isIn(range, letter))
      ? [{ name, source: new URL(source, base).href, range, face }]
      : [];
  });
  return (await Promise.all(rules.map(ruleOf))).join("\n");
}

type Rule = { name: string; source: string; range: string; face: CSSStyleDeclaration };

async function ruleOf({ name, source, range, face }: Rule): Promise<string> {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
  const blob = await answer.blob();
  const weight = face.getPropertyValue("font-weight") || "400";
  const bounds = range ? `unicode-range:${range};` : "";
  return `@font-face{font-family:"${name}";font-weight:${weight};${bounds}src:url(${await dataUrl(blob)}) format("woff2")}`;
}

const plain = (family: string) => family.trim().replace(/^["']|["']$/g, "");

function namesOfFaces(): Map<string, string> {
  const style = getComputedStyle(document.documentElement);
  const house = Object.entries(HOUSE).map(([property, name]) => {
    const [first = ""] = style.getPropertyValue(property).split(",");
    return [plain(first), name] as const;
  });
  return new Map([...house, CHINESE]);
}

/** @param range a `unicode-range` of CSS; empty: every letter */
function isIn(range: string, letter: number): boolean {
  if (range === "") return true;
  return range.split(",").some((part) => {
    const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
    const [low, high] = [from.replaceAll("?", "0"), to.replaceAll("?", "F")];
    return letter >= Number.parseInt(low, 16) && letter <= Number.parseInt(high, 16);
  });
}

/** A file's bytes as an address that holds them. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The file can't be read."));
    reader.readAsDataURL(blob);
  });
}

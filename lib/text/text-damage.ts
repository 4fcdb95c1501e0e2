/** What is wrong with a text that nobody can have typed; `character` is the control's code point. */
export type TextDamage =
  | { readonly key: "lostCharacter" }
  | { readonly key: "controlCharacter"; readonly character: string };

/** The sign of a letter that was lost in a conversion, and half of a surrogate pair, which becomes that sign. */
const LOST = /[\ufffd\p{Surrogate}]/u;
/** Not tabs and line ends. C1 controls are letters of Windows-1252 that were read as Latin-1. */
const CONTROL = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u;

/** Null for a text that can be stored and shown as it is; white space around a text is none of it. */
export function textDamage(text: string): TextDamage | null {
  const inner = text.trim();
  if (LOST.test(inner)) return { key: "lostCharacter" };
  const [control] = CONTROL.exec(inner) ?? [];
  if (control === undefined) return null;
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return { key: "controlCharacter", character: `U+${code}` };
}

/** Dotted path → damage, of every text in a value and of the names of its fields. */
export function damageIn(value: unknown, path = ""): Map<string, TextDamage> {
  if (typeof value === "string") {
    const damage = textDamage(value);
    return new Map(damage ? [[path, damage]] : []);
  }
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => {
      const own = path === "" ? name : `${path}.${name}`;
      const damage = textDamage(name);
      return damage ? [[own, damage] as const] : [...damageIn(inner, own)];
    }),
  );
}

import { foldText } from "./folding";

/** "Säpo (Sweden)" → "sapo-sweden". Empty when nothing latin is left (a Chinese name): the caller then chooses. */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100)
    .replace(/-+$/, "");
}

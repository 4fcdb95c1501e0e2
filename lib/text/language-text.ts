import { foldText } from "./folding";
import { nameOfLanguage } from "./language-names";

const TAG = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?$/i;

/** The languages of ISO 639-1, and Chinese in both its scripts: what a form proposes and knows by name. */
export const LANGUAGE_CODES: readonly string[] = [
  ..."af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr fy ga gl he hi hr hu hy id is it ja ka kk km".split(
    " ",
  ),
  ..."ko ky lb lo lt lv mk mn ms mt my ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta tg th tk tl tr uk ur uz vi".split(
    " ",
  ),
  ..."zh zh-Hans zh-Hant".split(" "),
];

/** In whatever order its words stand: "vereenvoudigd Chinees" is CLDR's "Chinees (vereenvoudigd)". */
const key = (name: string) =>
  foldText(name)
    .split(/[\s,()-]+/)
    .filter(Boolean)
    .sort()
    .join(" ");
let byName: ReadonlyMap<string, string> | null = null;

/** Names in English and Dutch, and each language's name for itself. */
function names(): ReadonlyMap<string, string> {
  const own = (code: string) => {
    try {
      return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  byName ??= new Map(
    LANGUAGE_CODES.flatMap((code) =>
      [nameOfLanguage("en", code), nameOfLanguage("nl", code), own(code)].map((name) => [key(name), code] as const),
    ).reverse(),
  );
  return byName;
}

/** "Dutch", "Nederlands", "NL" and "nl" are "nl"; what is no language's name or tag is null. */
export function readLanguage(typed: string): string | null {
  const text = typed.trim();
  const [, language, script, region] = TAG.exec(text) ?? [];
  const known = names().get(key(text));
  if (known && !/^[a-z]{2,3}$/.test(text)) return known;
  if (language === undefined) return null;
  return [
    language.toLowerCase(),
    script && script[0]?.toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase(),
  ]
    .filter(Boolean)
    .join("-");
}

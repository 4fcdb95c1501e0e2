import { classOf, foldText, SEPARATORS, UNSPACED } from "./folding";

/**
 * Names made alike before they are compared, as `name_key` of the migration "likeness" does, which
 * db/schema/folding-in-sql.test.ts holds. What stands here in constants stands there too.
 */

/** What an index of PostgreSQL takes, with room to spare. */
const LONGEST_KEY = 500;
export const cutKey = (key: string) => (key.length > LONGEST_KEY ? [...key].slice(0, LONGEST_KEY).join("") : key);

const ARTICLES = "the a an de het een der die das den le la les l el los las il lo gli un une una al".split(" ");
const JOINING = "and en und et y e".split(" ");
const LEGAL_FORMS =
  "inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg bv nv vof sa sas sarl srl spa oy oyj ab asa aps kft zrt sro doo ltda pty pte ооо оао зао пао ао".split(
    " ",
  );
const LEFT_OUT = new Set([...ARTICLES, ...JOINING, ...LEGAL_FORMS]);
const WITHIN_WORDS = /[.'’‘ʼ`´]+/gu;
const BETWEEN_WORDS = classOf(SEPARATORS);
const BETWEEN_UNSPACED = new RegExp(
  `(${classOf(UNSPACED).source.slice(0, -1)}) (?=${classOf(UNSPACED).source.slice(0, -1)})`,
  "gu",
);
const UNSPACED_LEGAL_FORMS = /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社)/gu;

/** The words of a name, folded, in the order of the name. What is written without spaces is one word, however it was spaced. */
export function nameWords(name: string): string[] {
  return foldText(name)
    .replace(WITHIN_WORDS, "")
    .replace(BETWEEN_WORDS, " ")
    .replace(BETWEEN_UNSPACED, "$1")
    .replace(UNSPACED_LEGAL_FORMS, "")
    .split(" ")
    .filter((word) => word !== "");
}

/** The articles in a name that has other words too. */
export const nameArticles = (name: string): string[] => {
  const words = nameWords(name);
  const articles = words.filter((word) => ARTICLES.includes(word));
  return articles.length < words.length ? articles : [];
};

/** As the C collation of PostgreSQL sorts: by code points. */
function byCodePoints(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  if (at === shorter) return one.length - other.length;
  // Where they differ in the second half of a pair, its first half is the same in both.
  if (at > 0 && isFirstHalf(one.charCodeAt(at - 1))) at -= 1;
  return (one.codePointAt(at) ?? 0) - (other.codePointAt(at) ?? 0);
}
const isFirstHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** Each word of a name once, in the alphabet's order, without articles and legal forms; those too where nothing else is there. */
export function nameKey(name: string): string {
  const words = [...new Set(nameWords(name))].sort(byCodePoints);
  const telling = words.filter((word) => !LEFT_OUT.has(word));
  return cutKey((telling.length > 0 ? telling : words).join(" "));
}

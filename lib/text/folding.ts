/**
 * How texts are made alike before they are compared: the index (`fold` and `search_document` of the migration "folding")
 * and the question go through the same, which db/schema/folding-in-sql.test.ts holds. What stands here in constants
 * stands there too.
 */

/** Left out: accents, vowel points, the Arabic lengthener and lone hamza, signs that nobody sees (soft hyphen, U+200B). */
const LEFT_OUT =
  "\\u00ad\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a" +
  "\\u061c\\u0621\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0711" +
  "\\u0730-\\u074a\\u08ca-\\u08e1\\u08e3-\\u08ff\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u1ab0-\\u1aff" +
  "\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u20d0-\\u20ff\\u2de0-\\u2dff\\u3164\\ua66f-\\ua67d" +
  "\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff\\uffa0\\ufff0-\\ufff8\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff";

/** Letters that Unicode takes apart into no plain one, spellings of one Arabic letter, digits of other scripts. */
const LETTERS_FROM = "øłđðħıŧŋəɓɗƙɨƀǥςґٱٲٳةىکڪیہھە";
const LETTERS_TO = "olddhitnebdkibgσгاااهيككيههه";
const ZEROES = "٠۰०০๐";
const ZERO_TO_NINE = [..."0123456789"];
const DIGITS = [...ZEROES].flatMap((zero) =>
  ZERO_TO_NINE.map((_, digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit)),
);
/** As `translate` of PostgreSQL takes them: each letter of the first becomes the one at its place in the second. */
export const FOLDED_LETTERS = {
  from: LETTERS_FROM + DIGITS.join(""),
  to: LETTERS_TO + ZERO_TO_NINE.join("").repeat(ZEROES.length),
} as const;
/** One letter that is written as two elsewhere. */
const FOLDED_PAIRS = { æ: "ae", œ: "oe", ß: "ss", þ: "th", װ: "וו", ױ: "וי", ײ: "יי" } as const;

/** Written without spaces: Han, kana; Thai, Lao, Burmese and Khmer with their signs. U+30FB is a dot between words. */
export const UNSPACED =
  "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ecf\\u0edc-\\u0edf\\u1000-\\u103f\\u1050-\\u1089\\u1780-\\u17d3\\u17d7" +
  "\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";

/** Between words: punctuation, symbols, spaces, apostrophes that count as letters; 々, 〆 and 〇, which cut a run of Han. */
export const SEPARATORS =
  "\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u02b9-\\u02c5\\u02d2-\\u02eb" +
  "\\u02ed\\u02ef-\\u02ff\\u0375\\u037e\\u0384-\\u0387\\u03f6\\u0482\\u055a-\\u055f\\u0589-\\u058f\\u05be" +
  "\\u05c0\\u05c3\\u05c6\\u05f3-\\u060f\\u061b-\\u061f\\u066a-\\u066d\\u06d4\\u06dd\\u06de\\u06e9\\u06fd\\u06fe" +
  "\\u0700-\\u070f\\u07f6-\\u07f9\\u07fe\\u07ff\\u0830-\\u083e\\u085e\\u0888\\u0890\\u0891\\u08e2\\u0964\\u0965" +
  "\\u0970\\u09f2\\u09f3\\u09fa\\u09fb\\u09fd\\u0a76\\u0af0\\u0af1\\u0b70\\u0bf3-\\u0bfa\\u0c77\\u0c7f\\u0c84" +
  "\\u0d4f\\u0d79\\u0df4\\u0e3f\\u0e4f\\u0e5a\\u0e5b\\u0f01-\\u0f17\\u0f1a-\\u0f1f\\u0f34\\u0f36\\u0f38" +
  "\\u0f3a-\\u0f3d\\u0f85\\u0fbe-\\u0fc5\\u0fc7-\\u0fda\\u104a-\\u104f\\u109e\\u109f\\u10fb\\u1360-\\u1368" +
  "\\u1390-\\u1399\\u1400\\u166d\\u166e\\u1680\\u169b\\u169c\\u16eb-\\u16ed\\u1735\\u1736\\u17d4-\\u17d6" +
  "\\u17d8-\\u17db\\u1800-\\u180a\\u180e\\u1940-\\u1945\\u19de-\\u19ff\\u1a1e\\u1a1f\\u1aa0-\\u1aa6" +
  "\\u1aa8-\\u1aad\\u1b4e\\u1b4f\\u1b5a-\\u1b6a\\u1b74-\\u1b7f\\u1bfc-\\u1bff\\u1c3b-\\u1c3f\\u1c7e\\u1c7f" +
  "\\u1cc0-\\u1cc7\\u1cd3\\u1fbd-\\u20c1\\u2100-\\u212e\\u213a-\\u214d\\u214f\\u218a-\\u24e9\\u2500-\\u2775" +
  "\\u2794-\\u2bff\\u2ce5-\\u2cea\\u2cf9-\\u2cfc\\u2cfe\\u2cff\\u2d70\\u2e00-\\u2e2e\\u2e30-\\u3020\\u3030" +
  "\\u3036\\u3037\\u303d-\\u303f\\u309b\\u309c\\u30a0\\u30fb\\u3190-\\u319f\\u31c0-\\u31ef\\u3200-\\u3247" +
  "\\u3250-\\u33ff\\u4dc0-\\u4dff\\ua490-\\ua4c6\\ua4fe\\ua4ff\\ua60d-\\ua60f\\ua673\\ua67e\\ua6f2-\\ua716" +
  "\\ua720\\ua721\\ua789\\ua78a\\ua828-\\ua82b\\ua836-\\ua839\\ua874-\\ua877\\ua8ce\\ua8cf\\ua8f8-\\ua8fa" +
  "\\ua8fc\\ua92e\\ua92f\\ua95f\\ua9c1-\\ua9cd\\ua9de\\ua9df\\uaa5c-\\uaa5f\\uaa77-\\uaa79\\uaade\\uaadf" +
  "\\uaaf0\\uaaf1\\uab5b\\uab6a\\uab6b\\uabeb\\ufb29-\\ufdff\\ufe10-\\ufe19\\ufe30-\\ufe6b\\ufeff-\\ufffd" +
  "\\U0001f000-\\U0001fbff";

/** A class of characters in PostgreSQL's way of writing them as JavaScript's. */
const toJavaScript = (characters: string) => characters.replace(/\\U000([0-9a-f]{5})/g, "\\u{$1}");
export const classOf = (characters: string, not = ""): RegExp =>
  new RegExp(`[${not}${toJavaScript(characters)}]+`, "gu");

/** Without a letter that anything but its case is folded of. */
const PLAIN = /^[\0-\x7f]*$/;
const AWAY = classOf(LEFT_OUT);
const INTO = new Map<string, string>([
  ...[...FOLDED_LETTERS.from].map((letter, at) => [letter, [...FOLDED_LETTERS.to][at] ?? ""] as const),
  ...Object.entries(FOLDED_PAIRS),
]);
const LETTERS = new RegExp(`[${[...INTO.keys()].join("")}]`, "gu");

/**
 * Compatibility forms unified, accents and points left out, lower case, letters that differ by habit made one:
 * "Ｐolizeí" becomes "polizei", "Łódź" "lodz", "أحمد" "احمد".
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(AWAY, "")
    .normalize("NFC")
    .replace(/\p{Lu}/gu, (letter) => letter.toLowerCase())
    .replace(LETTERS, (letter) => INTO.get(letter) ?? letter);
}

import { Random } from "./random";

const ENGLISH = `police station overseas office report minister inquiry search diaspora association community raid
  court hearing letter parliament question answer service centre volunteers pressure return campaign family threats
  licence renewal passport warning mayor spokesperson investigation arrest denial closure evidence witness`;
const OTHERS: Readonly<Record<string, string>> = {
  nl: `politiebureau buitenland minister kamervragen onderzoek vereniging gesloten ambassade gemeente dissident brief`,
  fr: `commissariat étranger enquête ministère quartier association fermeture ambassade député réponse témoin pression`,
  es: `comisaría extranjero investigación gobierno barrio asociación cierre embajada diputado respuesta testigo presión`,
  it: `stazione polizia estero indagine governo comune associazione chiusura ambasciata interrogazione risposta città`,
  de: `polizeistation ausland ermittlung ministerium verein schließung botschaft anfrage antwort zeuge druck büro`,
  pt: `esquadra estrangeiro investigação governo bairro associação encerramento embaixada deputado resposta testemunha`,
  cs: `policejní stanice zahraničí vyšetřování ministerstvo spolek uzavření velvyslanectví poslanec odpověď svědek tlak`,
  ar: `مركز شرطة الخارج تحقيق وزارة جمعية إغلاق سفارة نائب جواب شاهد ضغط مكتب بلدية رسالة محكمة`,
};
const CHINESE = `海外 警务 服务站 福州 青田 公安局 华侨 侨团 领事馆 外交部 调查 关闭 否认 回应 议会 法院 志愿者 举报 劝返 社区`;

const split = (words: string) => words.trim().split(/\s+/);
const VOCABULARY = new Map(Object.entries({ ...OTHERS, en: ENGLISH, zh: CHINESE }).map(([k, v]) => [k, split(v)]));

/** What items are written in, by how often: a third in English, every sixth in Chinese, some in Arabic. */
const LANGUAGES = [
  ...split("en en en en en en en en en en zh zh zh zh zh es es es it it it nl nl nl fr fr de de pt ar ar cs"),
];
export const pickLanguage = (random: Random): string => random.pick(LANGUAGES);

/** Words of a language, the usual ones more often; Chinese stands without spaces. */
export function sayWords(random: Random, language: string, count: number): string {
  const known = VOCABULARY.get(language) ?? [];
  const words = Array.from({ length: count }, () => random.pick(known, 1.5));
  const text = words.join(language === "zh" ? "" : " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Of each language so many words are used at all; the one of a rank as often as there are words before it. */
const MOST_WORDS = 20_000;

/** A text of so many bytes whose words are as uneven as those of any language: a few everywhere, most in a few texts. */
export function sayText(random: Random, language: string, bytes: number): string {
  const gap = language === "zh" ? "" : " ";
  let [text, size] = ["", 0];
  for (let count = 1; size < bytes; count += 1) {
    const word = wordOfRank(language, Math.floor(MOST_WORDS ** random.next()) - 1);
    const part = `${word}${count % 14 === 0 ? ". " : gap}`;
    text += part;
    size += Buffer.byteLength(part);
  }
  return text;
}

/** The words of titles are the usual ones; the others are made of letters that the language has. */
export function wordOfRank(language: string, rank: number): string {
  const known = VOCABULARY.get(language) ?? [];
  if (rank < known.length) return known[rank] ?? "";
  const random = new Random(Math.imul(rank, 0x9e3779b1) ^ Math.imul(language.charCodeAt(0) + 1, 0x85ebca6b));
  const sign = (first: number, count: number) => String.fromCharCode(first + random.below(count, 1.3));
  if (language === "zh") return sign(0x4e00, 3000) + sign(0x4e00, 3000);
  if (language === "ar") return Array.from({ length: 4 + random.below(4) }, () => sign(0x0628, 20)).join("");
  return Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join("");
}

const SYLLABLES = split(
  "ka ro len burg ville mar to san del ny ham por ti vel gra no stad wick au ber lin que zen mo",
);

/** The name of a place; each number has its own. */
export const placeName = (random: Random, number: number): string => {
  const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join("");
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`;
};

/** Countries, those with most to tell first. */
export const COUNTRIES = split(
  "IT ES NL FR GB CA US DE PT CZ IE HU AU JP SE GR AT RO BR AR CL KR NG ZA TZ KH MN UA SK HR RS BN EC UZ AE LS MG IL MT CN",
);

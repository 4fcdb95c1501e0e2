/**
 * Alphabets to make texts of, for tests. Letters that are drawn before the one that they follow, or of the parts of another
 * (Devanagari ई), are left out: they are drawn right, and copied from a PDF otherwise.
 */
const SCRIPTS = {
  latin: "abcdeghklmnoprstuvzÅÉÑßöłđğışæœĳþž",
  greek: "αβγδεζηθικλμνξοπρστυφχψωΑΔΣΩάέήίόύώς",
  cyrillic: "абвгдежзийклмнопрстуфхцчшщыэюяЁЇҐіїєђћў",
  armenian: "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրց",
  georgian: "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
  hebrew: "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
  arabic: "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  devanagari: "अआइउऊएओकखगघचछजझटडणतथदधनपफबभमयरलवशसह",
  bengali: "অআইঈউঊএওকখগঘচছজঝটডণতথদধনপফবভমযরলশসহ",
  thai: "กขคฆงจฉชซญดตถทธนบปผพภมยรลวศสหอ",
  han: "福州警侨服务站鹿特丹意大利荷兰政府臺灣國",
  hiragana: "あいうえおかきくけこさしすせそたちつてとなにのはひふまみむめもやゆよらりるれろわをん",
  katakana: "アイウエオカキクケコサシスセソタチツテトナニノハヒフマミムメモヤユヨラリルレロワヲンー",
  hangul: "가나다라마바사아자차카타파하경찰서한국정부네덜란드",
} as const;

type RandomText = { readonly script: keyof typeof SCRIPTS; readonly words: readonly string[] };

/** The same texts for the same seed: every script as often, two or three words of two to five letters. */
export function makeRandomTexts(seed: number, count: number): RandomText[] {
  let state = seed;
  // Park and Miller's generator.
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const scripts = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];
  return Array.from({ length: count }, (_, at) => {
    const script = scripts[at % scripts.length] ?? "latin";
    const letters = [...SCRIPTS[script]];
    const word = () => Array.from({ length: 2 + below(4) }, () => letters[below(letters.length)]).join("");
    return { script, words: Array.from({ length: 2 + below(2) }, word) };
  });
}

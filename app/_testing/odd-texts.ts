/** What is usually given for a field, and what is seldom given and breaks things. */
export type Texts = { readonly usual: readonly string[]; readonly odd: readonly string[] };

const SCRIPTS = [
  "Rotterdam",
  "福州警侨服务站",
  "مركز الشرطة",
  "Ёлка",
  "नई दिल्ली",
  "Đà Nẵng",
  "👮‍♀️ desk",
  "e\u0301",
  "A; B",
];
export const INVISIBLE = ["", " ", "\t\n", "\u200b", "\u3164", "\u00a0", "\u2028", "\ufeff", "\u0085", "\u0007"];
export const DAMAGED = [
  "\0",
  "a\0b",
  "a\ud83d",
  "\ude00b",
  "a\ufffdb",
  "a\u0081b",
  "a\fb",
  "\fa\v",
  "a\uffff",
  "\u001b[0m",
];
export const LINES = [
  "a\r\nb",
  "a\rb",
  "a\n\nb",
  "\r\na ",
  " a\n",
  "\u00a0a\u00a0",
  "a\u2028b",
  "=1+1",
  '"a", b',
  "<b>",
  "a\\b",
];
export const KEYS = ["__proto__", "constructor", "toString"];

const words = (line: string) => line.split(" ");

const NUMBERS: Texts = {
  usual: words("0 1 52.37 4,89 -4.5 102 150 0.125 51.924"),
  odd: [
    ...words("1,234 1.234 1.234.567 0x34 1e3 ٣ ３ -0 +7 007 .5 5. --1 1/2 Infinity NaN true 90.0000001 180.1 1e400"),
    ...words("0.12345678901 52.37021612345678 0.0000001 999999999999999 12345678901234567890 999999999999999.99"),
    ...["0.1000000000000000055", "1 234", " 12 ", "12\u00a0"],
  ],
};
const DATES: Texts = {
  usual: words("2022-10-26 2022-10 2022 2020-02-29"),
  odd: [
    ...words("2022-02-29 1900-02-29 2022-13 2022-00-10 2022-04-31 0000 9999-12-31 0001 -0001 Y20222 2022x 20221026"),
    ...words("2022~ 2022-10? 2022% 2016/2018 2018/2016 2019/.. ../2019 2019/ ../.. 201X 2022-22 2022-XX-26 gisteren"),
    ...words("26-10-2022 2022/10/26 2022-1-1 2022-10-26T00:00 2022-10-26Z ２０２２ ٢٠٢٢"),
    ...[" 2022 ", "2022 -10"],
  ],
};
const COUNTRIES: Texts = { usual: words("NL IT nl"), odd: [...words("XX NLD Ｎ ﬁ ı Nl EU XK"), "N L", " it "] };
const LANGUAGES: Texts = { usual: words("nl zh-Hans pt-BR"), odd: [...words("NL zh_Hans zh-hans dutch x"), " nl "] };
const SUBJECTS: Texts = {
  usual: ["station_count", "Number of stations", "bewegen per vélo"],
  odd: [
    "NUMBER of stations",
    " status ",
    "a",
    "12 ships",
    "a__b",
    "_a",
    "É",
    "b".repeat(61),
    "b".repeat(62),
    ...SCRIPTS,
  ],
};
const SLUGS: Texts = {
  usual: words("nos src-001 nl-amsterdam"),
  odd: [
    ...words("NOS a--b -a a- new constructor ünï no\u200bs a/b"),
    ...[" nos ", "nos\n", "a b", "nos; src-001", "x".repeat(120), "x".repeat(121)],
  ],
};
const ADDRESSES: Texts = {
  usual: words("https://example.org/a http://example.org"),
  odd: [
    ...words(
      "https://münchen.example/ü //a.org javascript:alert(1) data:text/html,x https://u:p@example.org https://",
    ),
    ...words("HTTPS://EXAMPLE.ORG https:example.org https://[::1]/ example.org ftp://example.org https://x/\u202e"),
    ...["https://example.org/a b", "https://exa mple.org", " https://example.org ", "https://exa\nmple.org"],
    ...[`https://e.org/${"x".repeat(1986)}`, `https://e.org/${"x".repeat(1987)}`, "https://١.example"],
  ],
};
const FLAGS: Texts = {
  usual: ["true", "false"],
  odd: ["on", "off", "yes", "TRUE", "1", "0", " true ", "false\n", "null"],
};
const target = (exact: string, digest = "a".repeat(64)) => ({
  source: `nih:sha-256;${digest}`,
  selector: {
    type: "FragmentSelector",
    value: "page=3",
    refinedBy: [
      { type: "TextQuoteSelector", exact, prefix: "in ", suffix: "\r\n" },
      { type: "TextPositionSelector", start: 3, end: 12 },
    ],
  },
});
const TARGETS: Texts = {
  usual: ["", ...["Rotterdam", "مركز الشرطة", "rotter-\ndam"].map((exact) => JSON.stringify(target(exact)))],
  odd: [
    ...["{}", "null", "3", "{", "[]", '"Rotterdam"'],
    ...["", "a\0b", "a\ud83d", "x".repeat(4001)].map((exact) => JSON.stringify(target(exact))),
    JSON.stringify(target("Rotterdam", "A".repeat(64))),
    JSON.stringify({ ...target("Rotterdam"), body: "more" }),
    ` ${JSON.stringify(target("Rotterdam"), null, 2)}\n`,
  ],
};
export const TEXTS = {
  subject: SUBJECTS,
  number: NUMBERS,
  date: DATES,
  country: COUNTRIES,
  language: LANGUAGES,
  slug: SLUGS,
  address: ADDRESSES,
  flag: FLAGS,
  target: TARGETS,
};

const long = (length: number) => [
  "x".repeat(length),
  "é".repeat(length),
  "😀".repeat(length / 2),
  "a\r\n".repeat(length / 2),
];
export const prose = (max: number): Texts => ({
  usual: SCRIPTS,
  odd: [
    ...LINES,
    ...long(max - 1),
    ...long(max),
    ...long(max + 1),
    ` ${"x".repeat(max)} `,
    `${"x".repeat(max - 1)}😀`,
  ],
});
export const choice = (words: readonly string[]): Texts => ({
  usual: words,
  odd: words.flatMap((word) => [
    word.toUpperCase(),
    ` ${word}\n`,
    word.replaceAll("_", " "),
    `${word},${word}`,
    `${word}s`,
  ]),
});
const PATTERNED = ["station_count", "existence", "150", "002"];
/** Of a field that has a form of its own: at least one of the texts known here has to be of it. */
export function pattern(form: RegExp): Texts {
  const usual = PATTERNED.filter((text) => form.test(text));
  if (usual.length === 0) throw new Error(`No text known here is of the form ${form}: add one to PATTERNED.`);
  return { usual, odd: ["Station_count", " existence ", "a", "x y", "150 ", "15", "1500", "１５０", ...PATTERNED] };
}

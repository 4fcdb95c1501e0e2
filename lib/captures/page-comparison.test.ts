import { expect, test } from "vitest";
import { lineRule } from "./line-rule";
import { fixedText, runsOf } from "./moving-text";
import { comparePages } from "./page-comparison";

/** Numbers of one seed, the same in every run. */
function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * most);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const letters = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[upTo(alphabet.length)]).join("");
  return { upTo, pick, letters, hex: (length: number) => letters("0123456789abcdef", length) };
}
type Random = ReturnType<typeof randomOf>;

const WORDS = {
  en: [
    "Safeguard Defenders counted over 100 stations in 53 countries on 13 September 2022.",
    "The embassy said that volunteers helped 1,284 people renew a driving licence. It denied that officers worked there.",
    "Minister Wopke Hoekstra ordered the two offices to close on 1 November 2022 at 14:30.",
    "Officers came 3 days ago, a neighbour said, and stayed for 20 minutes.",
    "Fuzhou and Qingtian are named in 2 reports; the second names 48 places.",
  ],
  nl: [
    "De minister zei dat er 2 bureaus waren in Amsterdam en Rotterdam.",
    "Op 26 oktober 2022 om 16.30 uur kwam de ambassade met een verklaring.",
    "Volgens het rapport zijn er 54 kantoren in 30 landen.",
  ],
  de: [
    "In Frankfurt wurde eine Dienststelle gemeldet, und die Polizei prüfte 5 Hinweise.",
    "Die Botschaft wies das am 3. Mai 2023 zurück.",
  ],
  fr: ["Le ministère a ouvert une enquête sur 4 sites à Paris.", "Le préfet a reçu 12 plaintes le 8 mars 2023."],
  es: ["El gobierno identificó 9 oficinas en España.", "La policía visitó tres locales el 5 de junio de 2023."],
  zh: ["福州市公安局在全球设立了30个海外服务站。", "大使馆于2022年10月26日否认了该报道。"],
} as const;
const PROSE = Object.values(WORDS).flat();

const two = (number: number) => String(number).padStart(2, "0");
const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  nl: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
};
const DAYS = {
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
  nl: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(" "),
  de: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" "),
  fr: "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  es: "lunes martes miércoles jueves viernes sábado domingo".split(" "),
};

/** What moves on a page, each time with another moment, number or token in it. */
function movingLines({ upTo, pick, hex, letters }: Random): string[] {
  const [day, month, year] = [1 + upTo(28), 1 + upTo(12), 2024 + upTo(4)];
  const [hour, minute, second] = [upTo(24), two(upTo(60)), two(upTo(60))];
  const name = (language: keyof typeof MONTHS) => MONTHS[language][month - 1] ?? "";
  const clock = `${two(hour)}:${minute}`;
  const count = pick([upTo(100), 100 + upTo(900), 1000 + upTo(9000)]);
  const grouped = `${1 + upTo(900)}${pick([",", ".", "\u202f"])}${two(upTo(100))}${upTo(10)}`;
  return [
    `Last updated: ${day} ${name("en")} ${year}, ${clock}`,
    `Last modified on ${pick(DAYS.en)}, ${name("en")} ${day}, ${year} at ${1 + upTo(12)}:${minute} ${pick(["am", "PM", "a.m."])}`,
    `Laatst bijgewerkt op ${pick(DAYS.nl)} ${day} ${name("nl")} ${year} om ${two(hour)}.${minute} uur`,
    `Zuletzt aktualisiert: ${day}. ${name("de")} ${year}, ${clock} Uhr`,
    `Stand: ${two(day)}.${two(month)}.${year} ${clock}`,
    `Dernière mise à jour le ${pick(DAYS.fr)} ${day} ${name("fr")} ${year} à ${two(hour)}h${minute}`,
    `Última actualización: ${day} de ${name("es")} de ${year}, ${clock} h`,
    `最后更新：${year}年${month}月${day}日 ${clock}`,
    `${year}年${month}月${day}日 星期${pick([..."一二三四五六日"])} ${pick(["上午", "下午"])}${1 + upTo(12)}:${minute}`,
    `${year}-${two(month)}-${two(day)}T${clock}:${second}${pick(["Z", "+01:00", ".123Z"])}`,
    `${pick(DAYS.en)} ${day} ${name("en")} ${year} | ${clock}:${second} ${pick(["UTC", "CET", "GMT"])}`,
    pick([
      "just now",
      "a minute ago",
      `${2 + upTo(58)} minutes ago`,
      `${2 + upTo(20)} hours ago`,
      `${2 + upTo(9)} days ago`,
    ]),
    pick([
      `${2 + upTo(58)} minuten geleden`,
      "zojuist",
      `${1 + upTo(20)} uur geleden`,
      `vor ${2 + upTo(50)} Minuten`,
    ]),
    pick([`il y a ${2 + upTo(50)} minutes`, `hace ${2 + upTo(20)} horas`, `${1 + upTo(50)}分钟前`, "刚刚"]),
    pick([
      `Views: ${grouped}`,
      `${count} views`,
      `1.${upTo(10)}K views`,
      `This page has been viewed ${grouped} times.`,
    ]),
    pick([`${count} reacties`, `${grouped} keer bekeken`, `Aantal bezoekers: ${grouped}`]),
    pick([
      `${count} Kommentare`,
      `${grouped} Aufrufe`,
      `${grouped} vues`,
      `${count} commentaires`,
      `${grouped} visitas`,
    ]),
    pick([`浏览次数：${count}次`, `阅读 ${count}`, `${count}人在线`]),
    `${count} people are reading this article now`,
    `Page generated in 0.${100 + upTo(900)} seconds`,
    `Session ID: ${hex(12)}7 · Request ID: 0${hex(15)}`,
    `csrf_token=${letters("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789", 24)}`,
    `id ${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    `Served by web-node, ${hex(16)}a1`,
    `Build ${hex(8)}`,
    `© ${year} Ministry of Foreign Affairs`,
    "Views",
    grouped,
  ];
}

/** A page at a moment: what is said on it, with what moves before, after and on the same lines. */
function pageAt(random: Random, prose: readonly string[]): string {
  const moving = movingLines(random);
  const [first = "", second = "", ...others] = prose;
  const minutes = 2 + random.upTo(50);
  return [
    ...moving.slice(0, 9),
    `${first} Updated ${minutes} minutes ago.`,
    `${second} (${random.upTo(900)} comments)`,
    `By Robin Vos | ${random.upTo(24)}:${two(random.upTo(60))} | ${random.upTo(500)} comments`,
    ...others,
    ...moving.slice(9),
  ].join("\n");
}

test("200 captures anew, with clocks, counters and tokens moved, are no change", () => {
  const alarms: unknown[] = [];
  let before = pageAt(randomOf(1), PROSE);
  for (let seed = 2; seed < 202; seed += 1) {
    const after = pageAt(randomOf(seed), PROSE);
    const { changes, blocks, moved } = comparePages(before, after);
    if (changes > 0) alarms.push(blocks.filter(({ kind }) => kind === "changed"));
    expect(moved.length).toBeGreaterThan(10);
    before = after;
  }
  expect(alarms).toEqual([]);
});

/** Each way to say something else, by hand: what stands there, and what it becomes. */
const PLANTED: readonly (readonly [string, string])[] = [
  ["over 100 stations", "over 30 stations"],
  ["53 countries", "52 countries"],
  ["13 September 2022", "12 September 2022"],
  ["counted", "estimated"],
  ["Safeguard Defenders", "Human Rights Watch"],
  ["The embassy said", "The consulate said"],
  ["1,284 people", "1,248 people"],
  [" It denied that officers worked there.", ""],
  ["denied", "confirmed"],
  ["volunteers", "officers"],
  ["Wopke Hoekstra", "Hanke Bruins Slot"],
  ["two offices", "three offices"],
  ["1 November 2022 at", "8 November 2022 at"],
  ["at 14:30", "at 16:30"],
  ["ordered", "asked"],
  ["3 days ago", "5 days ago"],
  ["20 minutes", "40 minutes"],
  [", a neighbour said,", ""],
  ["Officers came", "Officers never came"],
  ["Fuzhou", "Wenzhou"],
  ["2 reports", "3 reports"],
  ["48 places", "54 places"],
  ["the second names", "the first names"],
  ["De minister zei", "De minister ontkende"],
  ["2 bureaus", "3 bureaus"],
  ["Rotterdam", "Utrecht"],
  ["Op 26 oktober", "Op 27 oktober"],
  ["16.30 uur", "17.30 uur"],
  ["met een verklaring", "zonder verklaring"],
  ["54 kantoren", "102 kantoren"],
  ["30 landen", "53 landen"],
  ["Volgens het rapport zijn er 54 kantoren in 30 landen.", ""],
  ["Frankfurt", "Hamburg"],
  ["eine Dienststelle", "keine Dienststelle"],
  ["5 Hinweise", "6 Hinweise"],
  ["3. Mai 2023", "4. Mai 2023"],
  ["Die Botschaft wies das am 3. Mai 2023 zurück.", ""],
  ["une enquête", "deux enquêtes"],
  ["4 sites", "3 sites"],
  ["12 plaintes", "21 plaintes"],
  ["le 8 mars 2023", "le 9 mars 2023"],
  ["Paris", "Lyon"],
  ["9 oficinas", "8 oficinas"],
  ["identificó", "cerró"],
  ["5 de junio de 2023", "6 de junio de 2023"],
  ["tres locales", "dos locales"],
  ["30个", "102个"],
  ["福州市", "青田县"],
  ["2022年10月26日", "2022年10月27日"],
  ["否认", "承认"],
];

test("50 planted changes are found, each of them and nothing else, while everything around moves", () => {
  expect(PLANTED).toHaveLength(50);
  PLANTED.forEach(([was, is], index) => {
    const changed = PROSE.map((sentence) => sentence.replace(was, is)).filter((sentence) => sentence !== "");
    expect([was, changed.join()]).not.toEqual([was, PROSE.join()]);
    const found = comparePages(pageAt(randomOf(1000 + index), PROSE), pageAt(randomOf(2000 + index), changed));
    const lines = found.blocks.flatMap((block) => (block.kind === "changed" ? block.lines : []));
    expect([was, found.changes, lines.length]).toEqual([was, 1, 1]);
    const [line] = lines;
    expect(line?.before).toContain(was.trim());
    if (is) expect(line?.after).toContain(is);
    // What is written of a change is what went and came, and no more than the line.
    const text = (left: string) =>
      line?.parts
        .filter(({ change }) => change !== left)
        .map(({ value }) => value)
        .join("");
    expect(text("removed")).toBe(line?.after ?? "");
  });
});

/** As sites write them, one a line. */
const MORE_STAMPS = `Updated: Mon, 30 Nov 2026 12:04:33 GMT
Page last updated at 12:04 on 30 November 2026
Server time: 12:04:33
Heute ist Montag, der 30. November 2026
Nous sommes le lundi 30 novembre 2026
Hoy es lunes, 30 de noviembre de 2026
Son las 12:04
今天是2026年11月30日，星期一
当前在线人数：123
第12345位访客
You are visitor number 12,345
Seitenaufrufe: 1.234
1 234 vues
No comments yet
Nog geen reacties
5 min. ago
een paar minuten geleden
vor einer Stunde
il y a une heure
hace un momento
2:03 PM PST
Mise à jour : 30/11/2026
Aktualisiert am 30.11.2026 um 12:04 Uhr
Ray ID: 8f14e45fceea167a
8F14E45FCEEA167A
Token: dGhpcyBpcyBhIHRva2Vu1
Your IP: 203.0.113.7`.split("\n");

test("where the border lies: what a page says of its own moment moves, what it says of the world changes", () => {
  const fixed = (line: string) => fixedText(runsOf(line));
  // Written by nobody.
  for (const line of [
    "Last updated: 3 May 2024",
    "12 comments",
    "Monday 3 May 2024",
    "Updated 3 days ago",
    "14:03:22",
    ...MORE_STAMPS,
  ]) {
    expect([line, fixed(line)]).toEqual([line, ""]);
  }
  // Said by somebody: numbers, days and hours in a sentence, a day of publication, a document's number, a telephone's.
  for (const line of [
    "Over 100 stations",
    "102",
    "30 people",
    "The hearing is on 3 May 2024 at 14:00",
    "Doors open 14:00",
    "Published: 3 May 2024",
    "The decree (3 May 2024) stays",
    "30 visitors came to the station",
    "Document 2022D46543",
    "Call 0201234567",
    "VAT number DE12345678",
    "No visitors came",
    "Views differ",
    "He left 3 years ago",
    "Kamerstuk 36228, nr. 12",
  ]) {
    expect([line, fixed(line)]).toEqual([line, line]);
  }
});

test("a difference that was clicked away is none, and what it stood for is counted", () => {
  const [before, after] = ["Minister\nTemperature 8 degrees\nOne line", "Minister\nTemperature 12 degrees\nOne line"];
  const { blocks, changes } = comparePages(before, after);
  const [line] = blocks.flatMap((block) => (block.kind === "changed" ? block.lines : []));
  expect([changes, line?.rules]).toEqual([1, ["temperature # degrees"]]);
  expect(comparePages(before, after, line?.rules)).toMatchObject({
    changes: 0,
    ignored: 1,
    blocks: [{ kind: "same" }],
  });
  expect(comparePages(before, "Minister\nTemperature unknown\nOne line", line?.rules).changes).toBe(1);
  expect(lineRule("Over 100 stations")).toBe("over # stations");
});

test("texts without a line in common, empty ones and long ones are compared", () => {
  expect(comparePages("", "")).toMatchObject({ changes: 0, blocks: [] });
  expect(comparePages("A", "").changes).toBe(1);
  expect(comparePages("a b c\nd e f", "g h i\nj k l").changes).toBe(4);
  const long = Array.from({ length: 12_000 }, (_, index) => `Line ${index} says so`);
  const other = long.map((line, index) => (index === 9000 ? "Another thing" : line));
  expect(comparePages(long.join("\n"), other.join("\n"))).toMatchObject({ changes: 2, isCut: false });
});

import { expect, test } from "vitest";
import { addressKey } from "../text/address-key";
import { nameKey } from "../text/name-key";
import { type AlikeKind, likenessesOf, likenessKeys, readAlikeContent } from "./likeness";

type Values = Readonly<Record<string, unknown>>;
const likenesses = (kind: AlikeKind, one: Values, other: Values) => {
  const [mine, theirs] = [readAlikeContent(kind, one), readAlikeContent(kind, other)];
  const found = likenessesOf(kind, mine, theirs);
  expect(likenessesOf(kind, theirs, mine), "the same from either side").toEqual(found);
  return found;
};
const named = (one: string, other: string) => likenesses("organization", { name: one }, { name: other });

test.each([
  ["CNN", "cnn"],
  ["C.N.N.", "CNN"],
  ["Al-Jazeera", "al jazeera"],
  ["Fratelli d’Italia", "Fratelli d'Italia"],
  ["Łódź Dzisiaj", "Lodz dzisiaj"],
  ["福建省公安厅", "福建省 公安厅"],
  ["自由·亞洲", "自由亞洲"],
  ["Московский комсомолец", "МОСКОВСКИЙ КОМСОМОЛЕЦ"],
  ["Новая газета", "Новая «Газета»"],
  ["الجزيرة", "الجزيرَة"],
  ["وكالة أنباء", "وكاله انباء"],
  ["Καθημερινή", "ΚΑΘΗΜΕΡΙΝΗ"],
  ["경찰청", "경찰청 "],
])("%s and %s are one name", (one, other) => {
  expect(named(one, other)).toEqual(["name"]);
});

test.each([
  ["The Guardian", "Guardian"],
  ["Police of Fuzhou", "Fuzhou, of police"],
  ["De Ster B.V.", "De Ster"],
  ["ООО Заря", "Заря"],
  ["Radio & Television", "Radio and Television"],
  ["福清海外服务有限公司", "福清海外服务"],
])("%s and %s have the same words", (one, other) => {
  expect(["name", "words"]).toContain(named(one, other)[0]);
});

test.each([
  ["Die Presse", "La Presse"],
  ["Beijing Daily", "Beijing News"],
  ["福州市公安局", "福清市公安局"],
  ["Известия", "Новости"],
  ["الجزيرة", "العربية"],
  ["Al-Quds", "Al-Quds Al-Arabi"],
  ["★", "☆"],
  ["", ""],
])("%s and %s are two names", (one, other) => {
  expect(named(one, other)).toEqual([]);
});

test("an organization's other name is as good as its name, what two are called besides is not", () => {
  const cnn = { name: "CNN", alternateNames: "Cable News Network; 美国有线电视新闻网" };
  expect(likenesses("organization", { name: "cable news network" }, cnn)).toEqual(["name"]);
  expect(likenesses("organization", { name: "美国有线电视新闻网" }, cnn)).toEqual(["name"]);
  expect(
    likenesses(
      "organization",
      { name: "Dnevnik (Slovenia)", alternateNames: "Daily" },
      { name: "Dagblad", alternateNames: "Daily" },
    ),
  ).toEqual([]);
});

test("every country has a ministry of that name, and one newspaper may have no country yet", () => {
  const ministry = (country: string, kind = "ministry") => ({ name: "Ministry of Justice", kind, country });
  expect(likenesses("organization", ministry("NL"), ministry("BE"))).toEqual([]);
  expect(likenesses("organization", ministry("NL"), ministry(""))).toEqual(["name"]);
  expect(likenesses("organization", ministry("NL", "news_outlet"), ministry("BE", "news_outlet"))).toEqual(["name"]);
});

test("one website is one organization, a page at somebody else's is not", () => {
  const at = (url: string) => ({ name: url, url });
  expect(likenesses("organization", at("https://www.nrc.nl/"), at("http://nrc.nl/over-ons?utm_source=x"))).toEqual([
    "site",
  ]);
  expect(likenesses("organization", at("https://facebook.com/one"), at("https://facebook.com/two"))).toEqual([]);
  expect(likenesses("organization", at("https://facebook.com/one"), at("https://www.facebook.com/one/#top"))).toEqual(
    ["site"],
  );
});

test("a station is like another of its name in its country alone", () => {
  const station = (name: string, country: string, alternateNames = "") => ({ name, country, alternateNames });
  expect(likenesses("station", station("Wien", "AT"), station("Vienna", "AT", "Wien; 维也纳"))).toEqual(["name"]);
  expect(likenesses("station", station("London", "GB"), station("London", "CA"))).toEqual([]);
  expect(likenesses("station", station("London", ""), station("London", ""))).toEqual([]);
});

test("a station is like another in its city until something tells them apart", () => {
  const at = (values: Values = {}) => ({
    name: "A",
    country: "NL",
    city: "Rotterdam",
    ...values,
  });
  const near = (latitude: string) =>
    at({ name: latitude, latitude, longitude: "4.4792", locationPrecision: "exact" });
  const other = { name: "B", country: "NL", city: "ROTTERDAM" };
  expect(likenesses("station", at(), other)).toEqual(["place"]);
  expect(likenesses("station", at({ operator: "fuzhou" }), { ...other, operator: "fuzhou" })).toEqual(["place"]);
  expect(likenesses("station", at({ operator: "fuzhou" }), { ...other, operator: "qingtian" })).toEqual([]);
  expect(likenesses("station", at({ localityNote: "station 1" }), { ...other, localityNote: "station 2" })).toEqual(
    [],
  );
  expect(likenesses("station", near("51.9225"), near("51.9226"))).toEqual(["place"]);
  expect(likenesses("station", near("51.9225"), near("51.9425"))).toEqual([]);
  expect(likenesses("station", near("51.9225"), { ...near("51.9425"), locationPrecision: "city" })).toEqual([
    "place",
  ]);
});

test.each([
  ["http://www.Example.org/a/", "https://example.org/a"],
  ["https://example.org/a?utm_source=x&fbclid=1", "https://example.org/a"],
  ["https://example.org/a?b=2&a=1#part", "https://example.org/a?a=1&b=2"],
  ["https://web.archive.org/web/20221012000000/https://example.org/a", "https://example.org/a"],
  ["https://archive.ph/20221012/http://example.org/a", "https://example.org/a"],
  ["https://example.org/caf%C3%A9", "https://example.org/café"],
])("%s and %s are one address", (one, other) => {
  expect(likenesses("evidence", { title: "A", url: one }, { title: "B", url: other })).toEqual(["address"]);
  expect(likenesses("evidence", { title: "A", url: one }, { title: "B", archiveUrl: other })).toEqual(["address"]);
});

test("what an address asks for is part of it, and a short link of an archive is an address of its own", () => {
  const of = (one: string, other: string) =>
    likenesses("evidence", { title: "A", url: one }, { title: "B", url: other });
  expect(of("https://example.org/?id=1", "https://example.org/?id=2")).toEqual([]);
  expect(of("https://app.example.org/#/a", "https://app.example.org/#/b")).toEqual([]);
  expect(of("https://archive.ph/AbC12", "https://archive.ph/XyZ34")).toEqual([]);
  expect(addressKey("https://archive.ph/AbC12")).toBe("archive.ph/AbC12");
});

test("a title is one until publisher or day say otherwise", () => {
  const item = { title: "China’s “offshore” police", publisher: "nikkei-asia", published: "2022-12-11" };
  const titled = (values: Values) => likenesses("evidence", item, { title: "Chinas offshore police", ...values });
  expect(titled({})).toEqual(["title"]);
  expect(titled({ publisher: "nikkei-asia", published: "2022-12" })).toEqual(["title"]);
  expect(titled({ publisher: "reuters" })).toEqual([]);
  expect(titled({ published: "2023" })).toEqual([]);
  expect(titled({ published: "2022-1" }), "still being typed").toEqual(["title"]);
});

test("what is alike has a key in common", () => {
  const keys = (values: Values) => likenessKeys("organization", readAlikeContent("organization", values));
  expect(keys({ name: "The CNN", alternateNames: "Cable News", url: "https://www.cnn.com/about" })).toEqual([
    "n cnn",
    "o cnn",
    "n cable news",
    "s cnn.com",
  ]);
  expect(keys({ name: "★" })).toEqual([]);
  expect(nameKey("The Company")).toBe("company the");
  expect(nameKey("词".repeat(600))).toHaveLength(500);
});

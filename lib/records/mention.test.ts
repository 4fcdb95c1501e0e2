import { expect, test } from "vitest";
import { handlesIn, handlesOf, piecesOf } from "./mention";

const handles = (...emails: string[]) => [
  ...handlesOf(emails.map((email, index) => ({ id: `${index}000-1`, email }))).values(),
];

test("a handle is the address before its @, and the whole address where two people share that", () => {
  expect(handles("anna.smit@desk.nl", "li@desk.nl", "anna.smit@other.org").map(({ handle }) => handle)).toEqual([
    "anna.smit@desk.nl",
    "li",
    "anna.smit@other.org",
  ]);
  expect(handles("anna.smit@desk.nl")[0]).toEqual({ handle: "anna.smit", address: "anna.smit@desk.nl" });
});

test("a handle can be typed on every keyboard", () => {
  expect(handles("josé.núñez@desk.nl", "o'brien@desk.nl", "王@desk.nl").map(({ handle }) => handle)).toEqual([
    "jose.nunez",
    "o-brien",
    "person-2000",
  ]);
});

test.each([
  ["@anna.smit", ["anna.smit"]],
  ["Ask @Anna.Smit, or @li!", ["anna.smit", "li"]],
  ["(@anna.smit) @anna.smit.", ["anna.smit"]],
  ["@anna.smit's note", ["anna.smit"]],
  ["@anna.smit@other.org?", ["anna.smit@other.org"]],
  ["@anna\n@li", ["anna", "li"]],
  ["请@anna.smit看一下", ["anna.smit"]],
  ["Write to anna.smit@desk.nl", []],
  ["@ anna, 5 @ 3, @@anna", []],
  ["@福州 and 鹿特丹@福州", []],
  ["https://video.example/@anna/1", []],
  ["@", []],
  ["@josé.núñez and @JOSE\u0301", ["jose.nunez", "jose"]],
  ["＠anna.smit，看", ["anna.smit"]],
  ["josé@desk.nl", []],
])("%j mentions %j", (body, names) => {
  expect(handlesIn(body)).toEqual(names);
});

test("links are http and https alone, without the punctuation that follows them", () => {
  const links = (body: string) => piecesOf(body).flatMap(({ kind, text }) => (kind === "link" ? [text] : []));
  expect(links("See https://a.example/x_(y), (http://b.example/?q=1). Or https://c.example/路。")).toEqual([
    "https://a.example/x_(y)",
    "http://b.example/?q=1",
    "https://c.example/路",
  ]);
  expect(links("https://it.example/L'Aquila https://zh.example/福州（市）（https://a.example/1）")).toEqual([
    "https://it.example/L'Aquila",
    "https://zh.example/福州（市）",
    "https://a.example/1",
  ]);
  expect(
    links(
      "[https://a.example/1] 'https://a.example/2' https://a.example/3… https://a.example/4's, https://a.example/[5]",
    ),
  ).toEqual([
    "https://a.example/1",
    "https://a.example/2",
    "https://a.example/3",
    "https://a.example/4",
    "https://a.example/[5]",
  ]);
  expect(links("javascript:alert(1) data:text/html,x ftp://a.example www.example.org https://")).toEqual([]);
});

test("the pieces of a comment are the comment", () => {
  const body = "<b>@li</b>\n\nsee https://a.example/@li, then ask li@desk.nl";
  expect(
    piecesOf(body)
      .map(({ text }) => text)
      .join(""),
  ).toBe(body);
});

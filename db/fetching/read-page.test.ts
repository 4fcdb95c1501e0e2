import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeCleanPages, WALLS_OF_OTHERS } from "../testing/pages-of-others";
import { metadataOf } from "./page-metadata";
import { readAnswer, readPage } from "./read-page";
import { wallOf } from "./wall";

const CLEAN = makeCleanPages(50);

test.each(CLEAN)(
  "page $name says of itself what it says, and is no wall",
  ({ html, says, language, told, beside }) => {
    const page = readPage(html);
    const [, address = ""] = /rel="canonical" href="([^"]+)"/.exec(html) ?? [];
    expect(metadataOf(page, "https://elsewhere.example/?utm=1")).toEqual({ ...says, language, canonical: address });
    expect(page.text).toContain(told);
    expect(page.text).not.toContain(beside);
    expect(wallOf(200, page)).toBeNull();
  },
);

test.each(WALLS_OF_OTHERS)("what stands in the place of a page is no page: $status, $html", ({ status, html }) => {
  expect(wallOf(status, readPage(html))).not.toBeNull();
});

test.each([
  ["The Embassy", "The Embassy has no knowledge of the stations mentioned in the report."],
  ["Statement", "Statement\nHague, 26 October 2022\nThe reports are completely false.\nPress office"],
  ["声明", "中方从未在海外设立所谓警察站。"],
  ["Verklaring", "De ambassade is niet op de hoogte van het bestaan van deze stations."],
  ["Déclaration", "« Nous n’avons aucun commentaire à faire sur ce rapport. »"],
])("a short statement is a page: %s", (title, said) => {
  const html = `<title>${title}</title><nav>Home Visa Contact</nav><main>${said.replaceAll("\n", "<p>")}</main><footer>© Embassy</footer>`;
  expect(wallOf(200, readPage(html))).toBeNull();
});

test.each([
  "Loading…",
  "Please wait while the page is being loaded for you.",
  "You need to enable JavaScript to run this app.",
  "This page could not be found. It may have been moved or deleted.",
  "Home Contact About us Privacy",
  "Something went wrong on our side. Please try again later.",
  "页面不存在，请稍候再试一次。",
  "This domain is for sale. Contact the owner for a price.",
])("what says nothing is hardly a page: %s", (said) => {
  expect(wallOf(200, readPage(`<title>Embassy</title><body>${said}</body>`))).toBe("thin");
});

test("each sort of wall is called what it is", () => {
  const walls = WALLS_OF_OTHERS.map(({ status, html }) => wallOf(status, readPage(html)));
  expect(walls).toEqual([
    ...Array(5).fill("status"),
    ...Array(6).fill("captcha"),
    ...Array(4).fill("consent"),
    ...Array(3).fill("login"),
    ...Array(2).fill("thin"),
  ]);
});

test.each([
  [
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":42,"author":{"url":"https://a.example"}}</script>`,
  ],
  [`<script type="application/ld+json">[[[[[[[{"@type":"NewsArticle","headline":"deep"}]]]]]]]</script>`],
  [`<meta property="og:url" content="javascript:alert(1)"><meta name="date" content="2022-13-45">`],
  [`<html lang="klingon"><link rel="canonical" href="https://user:word@a.example/">`],
  [`<svg><title>Icon</title></svg><meta name="author" content="https://a.example/people/1">`],
])("what is no title, no date, no language and no address is not proposed: %s", (html) => {
  expect(metadataOf(readPage(html), "https://a.example/")).toEqual({
    ...{ title: null, author: null, published: null, language: null, canonical: null },
  });
});

test("letters are read as the answer says that they are written, packed or not", () => {
  const latin = Buffer.from("<title>Caf\xe9</title>", "latin1");
  const answer = (type: string, body: Buffer, ...more: [string, string][]) =>
    readAnswer({ headers: [["Content-Type", type], ...more], body })?.title;
  expect(answer("text/html; charset=iso-8859-1", latin)).toBe("Café");
  expect(answer("text/html", Buffer.from('<meta charset="latin1"><title>Caf\xe9</title>', "latin1"))).toBe("Café");
  expect(answer("text/html; charset=utf-8", gzipSync("<title>Café</title>"), ["Content-Encoding", "gzip"])).toBe(
    "Café",
  );
  expect(answer("application/pdf", latin)).toBeUndefined();
  expect(() => answer("text/html", latin, ["Content-Encoding", "gzip"])).toThrow("connection");
  expect(() => answer("text/html", gzipSync(Buffer.alloc(17 * 1024 * 1024)), ["Content-Encoding", "gzip"])).toThrow(
    "size",
  );
});

test("a page that is nested deeper than people write is read as far as that", () => {
  expect(readPage(`<title>Deep</title>${"<div>x".repeat(100_000)}`).title).toBe("Deep");
});

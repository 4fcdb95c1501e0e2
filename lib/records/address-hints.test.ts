import { expect, test } from "vitest";
import { readAddressHints } from "./address-hints";

test.each([
  [
    "https://www.dagbladrijnmond.nl/nieuws/2022/10/26/bureau-aan-de-maas",
    "dagbladrijnmond.nl",
    "2022-10-26",
    null,
    "NL",
  ],
  ["https://www.globaltimes.cn/page/202210/1278052.shtml", "globaltimes.cn", null, null, "CN"],
  ["https://www.theguardian.com/world/2022/oct/26/china-police", "theguardian.com", "2022-10-26", null, null],
  ["https://www.bbc.co.uk/news/2022-10-26-dutch", "bbc.co.uk", "2022-10-26", null, "GB"],
  ["https://example.org/en/stories/20221026-station.html", "example.org", "2022-10-26", "en", null],
  ["https://nl.example.org/artikel/2022/10/", "nl.example.org", "2022-10", "nl", null],
  ["https://example.org/item?lang=it", "example.org", null, "it", null],
  ["https://example.org/2022/13/45/nothing", "example.org", null, null, null],
  ["https://example.org/12345678/nothing", "example.org", null, null, null],
])("%s", (address, site, published, language, country) => {
  expect(readAddressHints(address)).toMatchObject({ site, published, language, country });
});

test("what is no address of a page tells nothing", () => {
  for (const text of ["", "www.example.org", "ftp://example.org/a", "https://", "javascript:alert(1)"]) {
    expect(readAddressHints(text)).toBeNull();
  }
});

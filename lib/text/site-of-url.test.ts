import { expect, test } from "vitest";
import { siteOf, withSites } from "./site-of-url";

test.each([
  ["https://www.nrc.nl/nieuws/2022/10/25/jan-jansen?u=1", "nrc.nl"],
  ["https://www.theguardian.co.uk/x", "theguardian.co.uk"],
  ["https://jan.jansen.blogspot.com/", "blogspot.com"],
  ["https://web.archive.org/web/2022/https://rtl.nl", "archive.org"],
  ["https://www.fmprc.gov.cn/a", "fmprc.gov.cn"],
  ["http://nos.nl", "nos.nl"],
  ["http://127.0.0.1:80/", "127.0.0.1"],
])("an address is told by its site, without a path that may name somebody: %s", (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test.each(["javascript:alert(1)", "supplied with the brief", ""])("%j is no address", (text) => {
  expect(siteOf(text)).toBeNull();
});

test("addresses inside a text are told by their site too", () => {
  expect(withSites("Seen at https://keyt.com/news/2022/x (copy), and elsewhere.")).toBe(
    "Seen at keyt.com (copy), and elsewhere.",
  );
});

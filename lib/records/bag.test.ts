import { expect, test } from "vitest";
import { bagFilePath, bagIndexRow, bagInfo, bagManifest } from "./bag";

test("a manifest has a digest and a path on each line, with what would break one encoded", () => {
  expect(
    bagManifest([
      { path: "data/a.txt", digest: "aa" },
      { path: "data/100%\nb", digest: "bb" },
    ]),
  ).toBe("aa  data/a.txt\nbb  data/100%25%0Ab\n");
});

test("what a bag holds is said in octets and files", () => {
  const payload = [
    { path: "data/a", digest: "aa", size: 10 },
    { path: "data/b", digest: "bb", size: 5 },
  ];
  expect(bagInfo(payload, { Source: "a list\nof two" })).toBe("Source: a list of two\nPayload-Oxum: 15.2\n");
});

test("two files of one name lie apart, and the index leads to each without running what a title holds", () => {
  const words = {
    title: "",
    lead: "",
    item: "",
    publisher: "",
    published: "",
    files: "",
    missing: "gone",
    none: "–",
  };
  const file = { name: "a letter #1.pdf", digest: "ab".repeat(32), isThere: true };
  expect(bagFilePath(file)).toBe("data/files/abababababababab/a letter #1.pdf");
  const item = { slug: "src-1", title: "<script>", publisher: "", published: "2022", url: "javascript:alert(1)" };
  const row = bagIndexRow({ ...item, files: [file, { ...file, isThere: false }] }, words);
  expect(row).toContain('href="files/abababababababab/a%20letter%20%231.pdf"');
  expect(row).toContain("a letter #1.pdf (gone)");
  expect(row).toContain("&lt;script&gt;");
  expect(row).not.toContain("javascript:");
});

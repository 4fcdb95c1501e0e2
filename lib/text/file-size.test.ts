import { expect, test } from "vitest";
import { formatFileSize } from "./file-size";

test("a size is said as an operating system says it", () => {
  expect(
    [0, 1, 999, 1000, 1_234_567, 123_456_789, 2_147_483_648, 5e15].map((size) => formatFileSize(size, "en")),
  ).toEqual(["0 byte", "1 byte", "999 byte", "1 kB", "1.2 MB", "123 MB", "2.1 GB", "5,000,000 GB"]);
  expect(formatFileSize(1_234_567, "nl")).toBe("1,2 MB");
});

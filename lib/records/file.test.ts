import { expect, test } from "vitest";
import { fileName, viewingOf } from "./file";

test("a name loses its path and what a disk or a screen could be misled by, and no more", () => {
  expect(fileName("C:\\Users\\x\\Brief aan Kamer.pdf")).toBe("Brief aan Kamer.pdf");
  expect(fileName("../../etc/passwd")).toBe("passwd");
  expect(fileName("信件\u202egpj.exe")).toBe("信件gpj.exe");
  expect(fileName("a\0b\n.txt")).toBe("ab.txt");
  expect(fileName("🧾".repeat(300))).toBe("🧾".repeat(200));
  expect(fileName("  ")).toBe("file");
});

test("what could be active is only downloaded", () => {
  for (const type of ["text/html", "image/svg+xml", "application/xml", "text/javascript", "application/zip", ""]) {
    expect(viewingOf(type)).toBe("download");
  }
  expect(viewingOf("image/png")).toBe("image");
  expect(viewingOf("application/pdf")).toBe("pdf");
});

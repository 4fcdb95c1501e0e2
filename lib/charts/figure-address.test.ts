import { expect, test } from "vitest";
import { publicOrigin } from "./figure-address";
import { figureFileName } from "./figure-file-name";

test.each([
  [["https://desk.example.org", "http://127.0.0.1:3000"], "https://desk.example.org"],
  [["http://127.0.0.1:3000", "https://desk.example.org"], "https://desk.example.org"],
  [["http://localhost:3000", "http://[::1]:3000", "http://127.1.2.3"], null],
  [[undefined, "", "desk"], null],
])("of %j the site is known by %s", (origins, known) => {
  expect(publicOrigin(...origins)).toBe(known);
});

test.each([
  ["Italy: how many stations, by who says so", "range-it", "italy-how-many-stations-by-who-says-so"],
  ["Łódź & Ærø", "x", "lodz-aero"],
  ["福州", "range-001", "range-001"],
  ["A ".repeat(80), "x", expect.stringMatching(/^[a-z-]{1,80}$/)],
])("a picture of %j is called after it", (title, name, file) => {
  expect(figureFileName(title, name)).toEqual(file);
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { slugify } from "../text/slugify";
import { RESERVED_SLUGS } from "./slug";

test.each([
  ["Säpo (Sweden)", "sapo-sweden"],
  ["Ærø & Straße, Łódź", "aero-strasse-lodz"],
  ["福州", ""],
])("%s is called %s in addresses", (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test("every page that stands beside records in addresses is a name that no record gets", () => {
  const app = join(import.meta.dirname, "../../app");
  const folders = readdirSync(app, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  const parents = folders.filter(({ name }) => name === "[slug]").map(({ parentPath }) => parentPath);
  const beside = folders.filter(({ name, parentPath }) => parents.includes(parentPath) && !name.startsWith("["));
  expect(parents.length).toBeGreaterThan(10);
  expect([...new Set(beside.map(({ name }) => name))].sort()).toEqual([...RESERVED_SLUGS].sort());
});

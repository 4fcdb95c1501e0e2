import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { listCsvHead, listCsvLines } from "./list-file";

test("a line has slug, address and country code, dates as typed and as days, names with their slugs", () => {
  const item = {
    slug: "src-1",
    title: "=SUM(A1)",
    published: { edtf: "2022-10", from: "2022-10-01", to: "2022-10-31" },
    countries: ["NL", "CN"],
    publisher: { slug: "nrc", name: "NRC; Handelsblad" },
    stations: [
      { slug: "nl-amsterdam", name: "Amsterdam" },
      { slug: "nl-rotterdam", name: "Rotterdam" },
    ],
    language: null,
  };
  const file =
    listCsvHead("evidence") + listCsvLines("evidence", [item], (slug) => `https://desk.example/evidence/${slug}`);
  const [row] = parse(file, { bom: true, columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({
    slug: "src-1",
    address: "https://desk.example/evidence/src-1",
    title: "'=SUM(A1)",
    published: "2022-10",
    publishedFrom: "2022-10-01",
    publishedTo: "2022-10-31",
    countries: "NL; CN",
    publisher: "NRC; Handelsblad",
    publisherSlug: "nrc",
    stations: "Amsterdam; Rotterdam",
    stationsSlugs: "nl-amsterdam; nl-rotterdam",
    language: "",
  });
});

import { fileRead } from "@/app/_server/boundary";
import { readDrawnMap } from "@/app/_server/drawn-map";
import { pictureFile } from "@/app/_server/picture-file";
import { BadQuery } from "@/app/_server/problem";
import { defineFilter } from "@/lib/filter";
import { one } from "@/lib/filter-field";
import { mapFilter } from "@/lib/map-filter";

const formatFilter = defineFilter({ format: one(["json", "csv"]) });

/** What the map knows of each country, as a file. */
export const GET = fileRead(async (actor, { url }) => {
  const asked = new URLSearchParams(url.searchParams);
  const format = formatFilter.parse(new URLSearchParams(asked.getAll("format").map((value) => ["format", value])));
  asked.delete("format");
  const { value: view, problems } = mapFilter.parse(asked);
  if (problems.length + format.problems.length > 0) throw new BadQuery([...problems, ...format.problems]);
  const { data } = await readDrawnMap(actor, view);
  return pictureFile({ name: "map", path: `${mapFilter.href("/map", view)}#map`, data, format: format.value.format });
});

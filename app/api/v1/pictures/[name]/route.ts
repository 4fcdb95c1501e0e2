import { fileRead } from "@/app/_server/boundary";
import { readChart } from "@/app/_server/charts";
import { pictureFile } from "@/app/_server/picture-file";
import { BadQuery } from "@/app/_server/problem";
import { CHARTS, chartsFilter } from "@/lib/charts-filter";
import { defineFilter } from "@/lib/filter";
import { one } from "@/lib/filter-field";
import { Refusal } from "@/lib/outcome";

const formatFilter = defineFilter({ format: one(["json", "csv"]) });

/** The figures of a picture as a file, with what they are and of which revision. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const chart = CHARTS.find((name) => name === params.name);
  if (!chart) throw Refusal.notFound();
  const asked = new URLSearchParams(url.searchParams);
  const format = formatFilter.parse(new URLSearchParams(asked.getAll("format").map((value) => ["format", value])));
  asked.delete("format");
  const { value: view, problems } = chartsFilter.parse(asked);
  if (problems.length + format.problems.length > 0) throw new BadQuery([...problems, ...format.problems]);
  const { data } = await readChart(actor, view, chart, new Date());
  const address = chartsFilter.href("/charts", { ...view, picture: chart });
  return pictureFile({ name: chart, path: `${address}#${chart}`, data, format: format.value.format });
});

import "server-only";
import { headers } from "next/headers";
import { figureCsv, figureJson } from "@/lib/charts/figure-file";
import { figureFileName } from "@/lib/charts/figure-file-name";
import { defineFilter } from "@/lib/filters/filter";
import { choiceField } from "@/lib/filters/filter-field";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { findFigureSource } from "./figure-sources";
import { BadQuery, NO_STORE } from "./problem";

const formatFilter = defineFilter({ format: choiceField(["json", "csv"]) });

/**
 * A figure's numbers as a file to download, of the view and in the format that the address names: all of them, however many.
 * @param path of the figure, as `findFigureSource` knows it
 * @throws BadQuery for what the address does not mean
 */
export async function figureFile(actor: Actor, url: URL, path: string): Promise<Response> {
  const source = findFigureSource(path);
  if (!source) throw Refusal.notFound();
  const params = new URLSearchParams(url.searchParams);
  const { value, problems } = formatFilter.parse({ format: params.getAll("format") });
  params.delete("format");
  const figure = source(params);
  if (figure.problems.length + problems.length > 0) throw new BadQuery([...figure.problems, ...problems]);
  const { name, page } = figure;
  const data = await figure.read(actor);
  const origin = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
  const where = { name, url: new URL(`${page}#${name}`, origin).href };
  const attached = {
    ...NO_STORE,
    "Content-Disposition": `attachment; filename="${figureFileName(data.title, name)}.${value.format}"`,
  };
  if (value.format === "json") return Response.json(figureJson(where, data), { headers: attached });
  return new Response(figureCsv(where, data), {
    headers: { ...attached, "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}

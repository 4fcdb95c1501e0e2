import "server-only";
import { headers } from "next/headers";
import { figureCsv, figureJson, rowsFilter, rowsForJson } from "@/lib/charts/figure-file";
import { figureFileName } from "@/lib/charts/figure-file-name";
import { defineFilter } from "@/lib/filters/filter";
import { choiceField } from "@/lib/filters/filter-field";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { findFigureSource } from "./figure-sources";
import { BadQuery, NO_STORE } from "./problem";

const formatFilter = defineFilter({ format: choiceField(["json", "csv"]) });

/**
 * A figure's numbers as a file to download, of the view and in the format that the address names: CSV has all of them, JSON the
 * rows that the address asks for.
 * @param path of the figure, as `findFigureSource` knows it
 * @throws BadQuery for what the address does not mean
 */
export async function figureFile(actor: Actor, url: URL, path: string): Promise<Response> {
  const source = findFigureSource(path);
  if (!source) throw Refusal.notFound();
  const params = new URLSearchParams(url.searchParams);
  const { format, problems, place } = readForm(params);
  const figure = source(params);
  if (figure.problems.length + problems.length > 0) throw new BadQuery([...figure.problems, ...problems]);
  const { name, page } = figure;
  const data = await figure.read(actor, place ? rowsForJson(place) : undefined);
  const origin = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
  const where = { name, url: new URL(`${page}#${name}`, origin).href };
  const attached = {
    ...NO_STORE,
    "Content-Disposition": `attachment; filename="${figureFileName(data.title, name)}.${format}"`,
  };
  if (place) return Response.json(figureJson(where, data, place), { headers: attached });
  return new Response(figureCsv(where, data), {
    headers: { ...attached, "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}

/** What an address asks beside the figure's view, which is what stays in `params`. CSV has no pages. */
function readForm(params: URLSearchParams) {
  const take = (key: string) => {
    const given = params.getAll(key);
    params.delete(key);
    return given;
  };
  const { value, problems } = formatFilter.parse({ format: take("format") });
  if (value.format === "csv") return { ...value, problems, place: null };
  const place = rowsFilter.parse({ page: take("page"), rows: take("rows") });
  return { ...value, problems: [...problems, ...place.problems], place: place.value };
}

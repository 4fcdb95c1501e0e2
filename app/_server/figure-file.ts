import "server-only";
import { headers } from "next/headers";
import type { FigureData } from "@/lib/charts/figure";
import { figureCsv, figureJson } from "@/lib/charts/figure-file";
import { figureFileName } from "@/lib/charts/figure-file-name";
import { defineFilter, type FilterProblem, type SearchParams } from "@/lib/filters/filter";
import { choiceField } from "@/lib/filters/filter-field";
import type { Actor } from "@/lib/workflow/actor";
import { BadQuery, NO_STORE } from "./problem";

type Shown<V> = {
  /** Anchor on its page and name of its files. */
  name: string | ((view: V) => string);
  /** The view of its page. */
  filter: { parse(params: SearchParams): { value: V; problems: readonly FilterProblem[] } };
  /** Address of the page that shows the view, from the root. */
  page: (view: V) => string;
  read: (actor: Actor, view: V) => Promise<FigureData>;
};

const formatFilter = defineFilter({ format: choiceField(["json", "csv"]) });

/**
 * A figure's numbers as a file to download, of the view and in the format that the address names.
 * @throws BadQuery for what the address does not mean
 */
export async function figureFile<V>(
  actor: Actor,
  url: URL,
  { name: nameOf, filter, page, read }: Shown<V>,
): Promise<Response> {
  const params = new URLSearchParams(url.searchParams);
  const { value, problems } = formatFilter.parse({ format: params.getAll("format") });
  params.delete("format");
  const view = filter.parse(params);
  if (view.problems.length + problems.length > 0) throw new BadQuery([...view.problems, ...problems]);
  const data = await read(actor, view.value);
  const name = typeof nameOf === "string" ? nameOf : nameOf(view.value);
  const origin = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
  const where = { name, url: new URL(`${page(view.value)}#${name}`, origin).href };
  const attached = {
    ...NO_STORE,
    "Content-Disposition": `attachment; filename="${figureFileName(data.title, name)}.${value.format}"`,
  };
  if (value.format === "json") return Response.json(figureJson(where, data), { headers: attached });
  return new Response(figureCsv(where, data), {
    headers: { ...attached, "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}

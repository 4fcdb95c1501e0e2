import { slugify } from "../text/slugify";

/** What a file to take along is called, without its ending: what it shows, or else where it stands. */
export const figureFileName = (title: string, name: string) => slugify(title).slice(0, 80).replace(/-+$/, "") || name;

/** Where a figure's files lie, all of its rows in each. @param route of the figure, with its view */
export const wholeFileHref = (route: string, format: "csv" | "json"): string =>
  `${route}${route.includes("?") ? "&" : "?"}format=${format}${format === "json" ? "&rows=all" : ""}`;

import { slugify } from "../text/slugify";

/** What a file to take along is called, without its ending: what it shows, or else where it stands. */
export const figureFileName = (title: string, name: string) => slugify(title).slice(0, 80).replace(/-+$/, "") || name;

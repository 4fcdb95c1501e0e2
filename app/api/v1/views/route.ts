import { z } from "zod";
import { BadQuery } from "@/app/_server/problem";
import { queryOf } from "@/app/_server/query";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { listSavedViews, saveView } from "@/db/access/views/saved-views";
import { problemsOfQuery, savedViewInput } from "@/lib/filters/saved-view";
import { LIST_NAMES } from "@/lib/records/list-file";

const viewsQuery = z.object({ list: z.enum(LIST_NAMES, { error: "validation.choice" }).optional() });

/** The saved views that this person finds, each with its query as it is today. */
export const GET = jsonRead(async (actor, { url }) => ({
  items: await listSavedViews(actor, queryOf(url, viewsQuery).list),
}));

/** Saves a view under a name; under a name that this person has for the list already, in its place. */
export const POST = jsonWrite(
  savedViewInput,
  async (actor, view) => {
    const problems = problemsOfQuery(view.list, view.query);
    if (problems.length > 0) throw new BadQuery(problems);
    return saveView(actor, view);
  },
  { status: 201, permission: "read published records" },
);

import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { listDeskPeople } from "@/db/access/discussion/desk-people";

const peopleQuery = z.object({ q: z.string().max(100, "validation.tooLong").optional() });

/** Who can be mentioned in a comment. */
export const GET = jsonRead(async (actor, { url }) => ({
  items: await listDeskPeople(actor, queryOf(url, peopleQuery).q),
}));

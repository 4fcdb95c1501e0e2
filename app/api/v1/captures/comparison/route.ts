import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { compareCaptures } from "@/db/access/captures/comparison";
import { slug } from "@/lib/records/slug";

const question = z.strictObject({ evidence: slug, from: z.uuid().optional(), to: z.uuid().optional() });

/** What two copies of an item's page say against each other; a 404 where there are no two. */
export const GET = jsonRead((actor, { url }) => {
  const { evidence, ...ids } = queryOf(url, question);
  return compareCaptures(actor, { kind: "evidence", slug: evidence }, ids);
});

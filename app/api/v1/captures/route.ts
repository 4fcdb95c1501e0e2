import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { listCaptures, preservePage } from "@/db/access/captures/captures";
import { slug } from "@/lib/records/slug";

const item = z.strictObject({ evidence: slug });

/** What was preserved of the page of an item, the latest first. */
export const GET = jsonRead(async (actor, { url }) => ({
  items: await listCaptures(actor, { kind: "evidence", slug: queryOf(url, item).evidence }),
}));

/** Has the page of an item preserved. */
export const POST = jsonWrite(item, (actor, { evidence }) => preservePage(actor, evidence), {
  status: 201,
  permission: "record evidence",
});

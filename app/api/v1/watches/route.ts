import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { listWatches, watchPage } from "@/db/access/watches/watches";
import { watchInput } from "@/lib/records/watch";

export const GET = jsonRead(async (actor) => ({ items: await listWatches(actor) }));

export const POST = jsonWrite(watchInput, watchPage, {
  status: 201,
  permission: "watch a page",
  location: ({ id }) => `/api/v1/watches/${id}`,
});

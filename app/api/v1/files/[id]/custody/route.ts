import { asId } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { listCustody } from "@/db/access/files/files";

export const GET = jsonRead<{ id: string }>(async (actor, { params }) => ({
  items: await listCustody(actor, asId(params.id)),
}));

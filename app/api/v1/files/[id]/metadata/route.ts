import { asId } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { readFileMetadata } from "@/db/access/files/page-pictures";

export const GET = jsonRead<{ id: string }>(async (actor, { params }) => ({
  items: ((await readFileMetadata(actor, asId(params.id))) ?? []).map(([name, value]) => ({ name, value })),
}));

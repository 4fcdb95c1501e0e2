import { asId } from "@/app/_server/query";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { changeWatch, findWatch, type Watch } from "@/db/access/watches/watches";
import { watchChange } from "@/lib/records/watch";

export const GET = jsonRead<{ id: string }>((actor, { params }) => findWatch(actor, asId(params.id)));

export const PATCH = jsonWrite<typeof watchChange, Watch, { id: string }>(
  watchChange,
  (actor, change, { params }) => changeWatch(actor, asId(params.id), change),
  { permission: "watch a page" },
);

import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { removeView } from "@/db/access/views/saved-views";

const nothing = z.object({});

/** Forgets a view: one's own; what another shares, an editor. */
export const POST = jsonWrite<typeof nothing, { id: string }, { id: string }>(
  nothing,
  (actor, _nothing, { params }) => removeView(actor, asId(params.id)),
  { permission: "read published records" },
);

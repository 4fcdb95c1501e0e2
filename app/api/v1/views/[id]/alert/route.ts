import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { setViewAlert } from "@/db/access/views/view-alerts";

const input = z.object({ isOn: z.boolean() });

/** Begins or ends alerts on a view that this person finds, for them alone. */
export const POST = jsonWrite<typeof input, { id: string }, { id: string }>(
  input,
  (actor, { isOn }, { params }) => setViewAlert(actor, asId(params.id), isOn),
  { permission: "read the discussion" },
);

import { jsonWrite } from "@/app/_server/route-handlers";
import { planWork } from "@/db/access/queue/assignments";
import { planInput } from "@/lib/workflow/assignment";

/** Plans the work on one record or proposal; what is left out stays. */
export const POST = jsonWrite(planInput, (actor, { kind, slug, ...plan }) => planWork(actor, { kind, slug }, plan), {
  permission: "take on work",
});

"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { ownPath } from "@/app/_server/own-path";
import { markSeen } from "@/db/access/accounts/visits";

const seen = z.object({ seq: z.coerce.number().int().nonnegative(), from: z.string().optional() });

export const markSeenAction = formAction(seen, (actor, { seq }) => markSeen(actor, seq), {
  done: (_result, { from }) => ownPath(from),
});

"use server";

import { z } from "zod";
import { removeView, saveView } from "@/db/access/views/saved-views";
import { savedViewInput } from "@/lib/filters/saved-view";
import { formAction } from "./form-action";
import { ownPath } from "./own-path";

const from = z.string().optional();
const back = (_result: unknown, place: { from?: string | undefined }) => ownPath(place.from);

export const saveViewAction = formAction(
  savedViewInput.extend({ from }),
  (actor, { from: _from, ...view }) => saveView(actor, view),
  { done: back },
);

export const removeViewAction = formAction(
  z.object({ id: z.uuid(), from }),
  (actor, { id }) => removeView(actor, id),
  {
    done: back,
  },
);

"use server";

import { z } from "zod";
import { removeView, saveView } from "@/db/access/views/saved-views";
import { setViewAlert } from "@/db/access/views/view-alerts";
import { savedViewInput, ticked } from "@/lib/filters/saved-view";
import { formAction } from "./form-action";
import { ownPath } from "./own-path";

const from = z.string().optional();
const back = (_result: unknown, place: { from?: string | undefined }) => ownPath(place.from);

export const saveViewAction = formAction(
  savedViewInput.extend({ from }),
  (actor, { from: _from, ...view }) => saveView(actor, view),
  { done: back, tell: (_view, _input, t) => ({ text: t("viewSaved") }) },
);

export const removeViewAction = formAction(
  z.object({ id: z.uuid(), from }),
  (actor, { id }) => removeView(actor, id),
  {
    done: back,
    tell: ({ id }, _input, t) => ({ text: t("viewRemoved"), undo: { what: "view", view: id } }),
  },
);

export const alertViewAction = formAction(
  z.object({ id: z.uuid(), isOn: ticked, from }),
  (actor, { id, isOn }) => setViewAlert(actor, id, isOn),
  { done: back },
);

"use server";

import { z } from "zod";
import { listSavedViews, removeView, type SavedView, saveView } from "@/db/access/views/saved-views";
import { setViewAlert } from "@/db/access/views/view-alerts";
import { savedViewInput, ticked } from "@/lib/filters/saved-view";
import { formAction } from "./form-action";
import { ownPath } from "./own-path";

const from = z.string().optional();
const back = (_result: unknown, place: { from?: string | undefined }) => ownPath(place.from);

/** Of another's view there is none: it would come back as one's own. */
const undoOf = ({ list, name, query, isShared, isRelative }: SavedView) => ({
  what: "view",
  ...{ list, name, query },
  isShared: String(isShared),
  isRelative: String(isRelative),
});

export const saveViewAction = formAction(
  savedViewInput.extend({ from }),
  (actor, { from: _from, ...view }) => saveView(actor, view),
  { done: back, tell: (_view, _input, t) => ({ text: t("viewSaved") }) },
);

export const removeViewAction = formAction(
  z.object({ id: z.uuid(), from }),
  async (actor, { id }) => {
    const own = (await listSavedViews(actor)).find((view) => view.id === id && view.owner === null);
    await removeView(actor, id);
    return own;
  },
  {
    done: back,
    tell: (own, _input, t) => ({ text: t("viewRemoved"), ...(own && { undo: undoOf(own) }) }),
  },
);

export const alertViewAction = formAction(
  z.object({ id: z.uuid(), isOn: ticked, from }),
  (actor, { id, isOn }) => setViewAlert(actor, id, isOn),
  { done: back },
);

"use client";

import { useActionState } from "react";
import { useTranslations } from "#translations";
import { showToast } from "@/components/shell/show-toast";
import { IDLE } from "@/components/ui/fields-of";
import { useHydrated } from "@/components/ui/use-hydrated";
import { comeAgain, type FormAction } from "./come-again";

/**
 * As useActionState, for a form whose action may be turned away. Needs the words of `form`.
 * @param scripted does what a browser with JavaScript does beside the action
 */
export function useFormOutcome(action: FormAction, initial = IDLE, scripted = action) {
  const t = useTranslations("form");
  // Only the server's own action is sent by a form without JavaScript.
  const told: FormAction = (previous, form) =>
    comeAgain(scripted, t("noAnswer"))(previous, form).finally(() => showToast());
  return useActionState(useHydrated() ? told : action, initial);
}

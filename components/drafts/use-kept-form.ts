"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { useTranslations } from "#translations";
import { IDLE } from "@/components/ui/fields-of";
import type { HeldForm } from "@/db/access/accounts/held-forms";
import { type Draft, draftKey } from "@/lib/workflow/draft";
import type { Outcome } from "@/lib/workflow/outcome";
import type { FormAction } from "./come-again";
import { DraftKeeper } from "./draft-keeper";
import { useFormOwner } from "./form-owner";
import { rememberTitles } from "./picked-titles";
import { useFormOutcome } from "./use-form-outcome";

/** A redirect is how an action that saved ends: it comes as an error of Next's. */
const isRedirect = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");

/** What came back after signing in and was saved since: the page around it may stand for long. */
const spent = new WeakSet<HeldForm>();

export type KeptForm = ReturnType<typeof useKeptForm>;

/**
 * As useActionState, for a form that people type into: what they typed is kept in this browser until it is saved, and comes
 * back after they had to sign in again. Its fields stand inside <KeptFields>.
 * @param name of the form among those of its page
 */
export function useKeptForm(action: FormAction, name: string) {
  const t = useTranslations("draft");
  const { person, held } = useFormOwner();
  const [pathname, query] = [usePathname(), useSearchParams()?.toString()];
  const path = query ? `${pathname}?${query}` : pathname;
  const [keeping, setKeeping] = useState<number | "unkept" | null>(null);
  const keeper = useMemo(
    () => (person ? new DraftKeeper(draftKey(person, path, name), setKeeping) : null),
    [person, path, name],
  );
  const [initial] = useState((): Outcome => {
    if (held?.form !== name || held.path.split("?")[0] !== pathname || spent.has(held)) return IDLE;
    return { status: "refused", sentence: t("held"), values: held.values };
  });
  const finish = () => {
    keeper?.clear();
    if (held?.form === name) spent.add(held);
  };
  const sendKeeping: FormAction = async (previous, form) => {
    try {
      const outcome = await action(previous, form);
      if (outcome.status === "done") finish();
      return outcome;
    } catch (error) {
      if (isRedirect(error)) {
        finish();
        keeper?.leave();
      }
      throw error;
    }
  };
  const [sent, send] = useFormOutcome(action, initial, sendKeeping);
  const [restored, setRestored] = useState<{ draft: Draft; over: Outcome } | null>(null);
  const isRestored = restored !== null && restored.over === sent;
  const outcome: Outcome = isRestored ? { status: "invalid", errors: {}, values: restored.draft.values } : sent;
  const restore = (draft: Draft) => {
    rememberTitles(draft.titles);
    keeper?.adopt(draft);
    setRestored({ draft, over: sent });
  };
  /** Changes when the fields have to be drawn anew. */
  const round = restored?.draft.at ?? 0;
  const isUnkept = keeping === "unkept";
  const keptAt = typeof keeping === "number" ? keeping : null;
  return { name, person, keeper, outcome, send, finish, restore, round, isUnkept, keptAt };
}

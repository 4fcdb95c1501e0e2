"use client";

import { useActionState } from "react";
import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { IDLE } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

/** What making an address answers: the address itself, which nobody can be shown again. */
export type MadeAddress = { readonly outcome: Outcome; readonly addresses: readonly string[] };

type MakeProps = { action: (previous: MadeAddress, form: FormData) => Promise<MadeAddress>; hasOne: boolean };

/** Its island needs the words of `replyRequest` and `form`. */
export function MakeAddress({ action, hasOne }: MakeProps) {
  const t = useTranslations("replyRequest");
  const [{ outcome, addresses }, send] = useActionState(action, { outcome: IDLE, addresses: [] });
  return (
    <form action={send} className="flex max-w-2xl flex-col items-start gap-4">
      <FormOutcome outcome={outcome} labels={{}} />
      {addresses.length > 0 && (
        <div role="status" className="w-full">
          <Notice title={t("calendarMade")}>
            <p>{t("calendarMadeLead")}</p>
            {addresses.map((address) => (
              <p key={address} className="mt-2 break-all font-mono text-sm select-all">
                {address}
              </p>
            ))}
          </Notice>
        </div>
      )}
      <SubmitButton pending={t("calendarPending")}>{t(hasOne ? "calendarRemake" : "calendarMake")}</SubmitButton>
    </form>
  );
}

type EndProps = { action: (previous: Outcome, form: FormData) => Promise<Outcome> };

export function EndAddress({ action }: EndProps) {
  const t = useTranslations("replyRequest");
  const [outcome, send] = useFormOutcome(action);
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <FormOutcome outcome={outcome} labels={{}} />
      <SubmitButton kind="danger" pending={t("calendarPending")}>
        {t("calendarRevoke")}
      </SubmitButton>
    </form>
  );
}

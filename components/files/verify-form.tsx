"use client";

import { useActionState } from "react";
import { useTranslations } from "#translations";
import { IDLE } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = { id: string; action: (previous: Outcome, form: FormData) => Promise<Outcome> };

/** Has the bytes of a file read anew and held against its digest. */
export function VerifyForm({ id, action }: Props) {
  const t = useTranslations("file");
  const [outcome, send] = useActionState(action, IDLE);
  return (
    <form action={send} className="mt-3 print:hidden">
      <FormOutcome outcome={outcome} labels={{}} prefix="verify" />
      <input type="hidden" name="id" value={id} />
      <SubmitButton kind="secondary" pending={t("verifying")}>
        {t("verify")}
      </SubmitButton>
    </form>
  );
}

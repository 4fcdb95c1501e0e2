"use client";

import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { id: string; action: FormAction };

/** Has the bytes of a file read anew and held against its digest. */
export function VerifyForm({ id, action }: Props) {
  const t = useTranslations("file");
  const [outcome, send] = useFormOutcome(action);
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

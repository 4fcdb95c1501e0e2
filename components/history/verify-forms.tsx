"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import type { RecordFormAction } from "@/components/records/record-form";
import { TextArea, TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";

/** One button: recompute the whole chain. */
export function VerifyHistoryForm({ action }: { action: RecordFormAction }) {
  const t = useTranslations("history");
  const [outcome, send] = useFormOutcome(action);
  return (
    <form action={send} className="flex flex-col items-start gap-2">
      <FormOutcome outcome={outcome} labels={{}} prefix="verify" />
      <SubmitButton pending={t("verifying")}>{t("verifyNow")}</SubmitButton>
    </form>
  );
}

/** An earlier export, pasted or as its file. */
export function AgainstForm({ action }: { action: RecordFormAction }) {
  const t = useTranslations("history");
  const [outcome, send] = useFormOutcome(action);
  const field = fieldsOf(outcome, {}, "against");
  return (
    <form action={send} className="flex max-w-2xl flex-col items-start gap-3" noValidate>
      <FormOutcome outcome={outcome} labels={{ head: t("againstText") }} prefix="against" />
      <div className="flex w-full flex-col gap-3">
        <TextArea label={t("againstText")} rows={4} spellCheck={false} {...field("head")} />
        <TextField label={t("againstFile")} type="file" accept="application/json,.json" name="file" />
      </div>
      <SubmitButton kind="secondary" pending={t("verifying")}>
        {t("againstButton")}
      </SubmitButton>
    </form>
  );
}

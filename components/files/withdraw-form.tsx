"use client";

import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FiledSubject } from "@/lib/records/file";

type Props = {
  id: string;
  name: string;
  subject: FiledSubject;
  action: FormAction;
  /** It sends a redacted copy back, and needs the words of `redaction` too. */
  isCopy?: boolean;
};

/** Hides a file, with a reason. */
export function WithdrawForm({ id, name, subject, action, isCopy = false }: Props) {
  const t = useTranslations("file");
  const tCopy = useTranslations("redaction");
  const [outcome, send] = useFormOutcome(action);
  const prefix = `withdraw-${id}`;
  const label = isCopy ? tCopy("sendBackWhy", { name }) : t("withdrawWhy", { name });
  const button = isCopy ? tCopy("sendBack") : t("withdraw");
  const field = fieldsOf(outcome, {}, prefix);
  return (
    <form action={send} className="mt-2 flex flex-col gap-3">
      <FormOutcome outcome={outcome} labels={{ reason: label }} prefix={prefix} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="slug" value={subject.slug} />
      <TextField
        label={label}
        hint={isCopy ? tCopy("sendBackHint") : t("withdrawHint")}
        {...field("reason")}
        required
      />
      <p>
        <SubmitButton kind="secondary" pending={button}>
          {button}
        </SubmitButton>
      </p>
    </form>
  );
}

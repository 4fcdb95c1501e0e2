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
  /** In place of those for a file of any kind. */
  words?: Readonly<Record<"label" | "hint" | "button", string>>;
};

/** Hides a file, with a reason. */
export function WithdrawForm({ id, name, subject, action, words }: Props) {
  const t = useTranslations("file");
  const [outcome, send] = useFormOutcome(action);
  const prefix = `withdraw-${id}`;
  const { label, hint, button } = words ?? {
    label: t("withdrawWhy", { name }),
    hint: t("withdrawHint"),
    button: t("withdraw"),
  };
  const field = fieldsOf(outcome, {}, prefix);
  return (
    <form action={send} className="mt-2 flex flex-col gap-3">
      <FormOutcome outcome={outcome} labels={{ reason: label }} prefix={prefix} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="slug" value={subject.slug} />
      <TextField label={label} hint={hint} {...field("reason")} required />
      <p>
        <SubmitButton kind="secondary" pending={button}>
          {button}
        </SubmitButton>
      </p>
    </form>
  );
}

"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = {
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
  name: string;
  value: string;
  label: string;
};

/** Says what was read and what was not, as one button. Needs the words of `reading` and `form`. */
export function MarkForm({ action, name, value, label }: Props) {
  const t = useTranslations("reading");
  const [outcome, mark] = useFormOutcome(action);
  return (
    <form action={mark} className="print:hidden">
      <FormOutcome outcome={outcome} labels={{}} prefix="reading" />
      <input type="hidden" name={name} value={value} />
      <SubmitButton kind="quiet" pending={t("marking")}>
        {label}
      </SubmitButton>
    </form>
  );
}

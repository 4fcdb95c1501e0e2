"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = {
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
  seq: number;
  from: string;
  label: string;
};

/** Marks all that the page knows of as seen. Needs the words of `summary` and `form`. */
export function SeenForm({ action, seq, from, label }: Props) {
  const t = useTranslations("summary");
  const [outcome, mark] = useFormOutcome(action);
  return (
    <form action={mark} className="print:hidden">
      <FormOutcome outcome={outcome} labels={{}} prefix="seen" />
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="from" value={from} />
      <SubmitButton kind="secondary" pending={t("marking")}>
        {label}
      </SubmitButton>
    </form>
  );
}

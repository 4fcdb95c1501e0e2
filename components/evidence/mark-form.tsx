"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = {
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
  /** What it sends. */
  values: Readonly<Record<string, string>>;
  label: string;
};

/** Says one thing of an item or a list, as one button. Needs the words of `reading` and `form`. */
export function MarkForm({ action, values, label }: Props) {
  const t = useTranslations("reading");
  const [outcome, mark] = useFormOutcome(action);
  return (
    <form action={mark} className="print:hidden">
      <FormOutcome outcome={outcome} labels={{}} prefix="reading" />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind="quiet" pending={t("marking")}>
        {label}
      </SubmitButton>
    </form>
  );
}

"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = {
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
  hidden: Readonly<Record<string, string>>;
  label: string;
  kind?: "secondary" | "quiet";
};

/** Marks one notice as read, or all that the page knows of. Needs the words of `inbox` and `form`. */
export function InboxMarkForm({ action, hidden, label, kind = "quiet" }: Props) {
  const t = useTranslations("inbox");
  const [outcome, mark] = useFormOutcome(action);
  return (
    <form action={mark} className="print:hidden">
      <FormOutcome outcome={outcome} labels={{}} prefix="mark" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind} pending={t("marking")}>
        {label}
      </SubmitButton>
    </form>
  );
}

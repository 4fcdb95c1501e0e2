"use client";

import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | readonly string[]>>;
  label: string;
  /** What it does, where several on the page read the same. */
  title: string;
  pending: string;
};

/** One press that changes a watch. Needs the words of `form`. */
export function WatchForm({ action, hidden, label, title, pending }: Props) {
  const [outcome, send] = useFormOutcome(action);
  return (
    <form action={send}>
      <FormOutcome outcome={outcome} labels={{}} prefix="watch" />
      {Object.entries(hidden).flatMap(([name, values]) =>
        [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
      )}
      <SubmitButton kind="quiet" pending={pending}>
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{title}</span>
      </SubmitButton>
    </form>
  );
}

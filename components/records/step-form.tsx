"use client";

import { useActionState } from "react";
import { useWords } from "#words";
import { IDLE } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RecordKind } from "@/lib/editorial";
import type { Outcome } from "@/lib/outcome";
import type { Step } from "@/lib/workflow";

type Props = {
  kind: RecordKind;
  slug: string;
  steps: readonly Step[];
  from?: string;
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

/** One button a step; a refusal comes back as its sentence. */
export function StepForm({ kind, slug, steps, from, action }: Props) {
  const t = useWords("workflow");
  const [outcome, move] = useActionState(action, IDLE);
  return (
    <form action={move} className="flex flex-col items-start gap-2">
      <FormOutcome outcome={outcome} labels={{}} prefix="step" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
      {from && <input type="hidden" name="from" value={from} />}
      <div className="flex flex-wrap gap-2">
        {steps.map((step, place) => (
          <SubmitButton
            key={step}
            name="step"
            value={step}
            kind={place === 0 ? "primary" : "secondary"}
            pending={t("pending")}
          >
            {t(step)}
          </SubmitButton>
        ))}
      </div>
      {outcome.status === "done" && <p role="status">{t("done")}</p>}
    </form>
  );
}

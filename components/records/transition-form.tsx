"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { GateWarning } from "@/lib/workflow/gate";
import type { Outcome } from "@/lib/workflow/outcome";
import { type ProposalTransition, primaryStep, type Transition } from "@/lib/workflow/workflow";

type AnyTransition = Transition | ProposalTransition;

type TransitionFormProps = {
  /** What says which record or proposal it is, and the version that was read. */
  hidden: Readonly<Record<string, string>>;
  /** The steps that need no words. */
  plain: readonly AnyTransition[];
  /** Those that need a reason. */
  reasoned: readonly AnyTransition[];
  /** True when one of them needs a note for the public. */
  takesNote: boolean;
  /** What has to be ticked before it is published. */
  warnings: readonly { readonly key: GateWarning; readonly count?: number }[];
  /** What a step does besides, with the fields that say so. */
  beside?: ReactNode;
  action: (previous: Outcome, form: FormData) => Promise<Outcome>;
  /** Field → where it is filled in, for what this form does not ask. */
  elsewhere?: Readonly<Record<string, string>>;
};

/** A button for each step, with the ticks and words that some of them need; a refusal comes back as its sentence. */
export function TransitionForm({
  hidden,
  plain,
  reasoned,
  takesNote,
  warnings,
  beside,
  action,
  elsewhere,
}: TransitionFormProps) {
  const t = useTranslations("workflow");
  const kept = useKeptForm(action, "step");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, {}, "step", () => LONGEST_REASON);
  const labels = { reason: t("reasonFor"), note: t("noteFor"), ticked: t("tickTitle") };
  const asksForWords = "values" in outcome && reasoned.includes(outcome.values.step as AnyTransition);
  const button = (step: AnyTransition, isPrimary: boolean) => (
    <SubmitButton
      key={step}
      name="step"
      value={step}
      kind={isPrimary ? "primary" : "secondary"}
      pending={t("pending")}
    >
      {t(step)}
    </SubmitButton>
  );
  return (
    <form action={send} className="flex flex-col items-start gap-3" noValidate>
      <KeptFields kept={kept}>
        <FormOutcome outcome={outcome} labels={labels} prefix="step" hrefs={elsewhere} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {warnings.length > 0 && <Ticks warnings={warnings} field={field} />}
        {beside}
        {plain.length > 0 && (
          <div className="flex flex-wrap gap-2">{plain.map((step) => button(step, step === primaryStep(plain)))}</div>
        )}
        {reasoned.length > 0 && (
          <details className="w-full max-w-2xl" open={asksForWords}>
            <summary className="cursor-pointer text-sm font-semibold text-accent">{t("moreSteps")}</summary>
            <div className="mt-2 flex flex-col gap-3">
              <TextArea
                label={t("reasonFor")}
                hint={t("reasonHint", { steps: reasoned.map((step) => t(step).toLowerCase()).join(", ") })}
                rows={2}
                {...field("reason")}
              />
              {takesNote && (
                <TextArea label={t("noteFor")} hint={t("noteHint")} rows={2} optional {...field("note")} />
              )}
              <div className="flex flex-wrap gap-2">{reasoned.map((step) => button(step, false))}</div>
            </div>
          </details>
        )}
      </KeptFields>
      {outcome.status === "done" && <p role="status">{t("done")}</p>}
    </form>
  );
}

function Ticks({ warnings, field }: Pick<TransitionFormProps, "warnings"> & { field: ReturnType<typeof fieldsOf> }) {
  const t = useTranslations("workflow");
  const gate = useTranslations("gate");
  const { id, error, defaultValue } = field.many("ticked");
  return (
    <fieldset id={id} tabIndex={-1} className="measure flex flex-col gap-1">
      <legend className="text-sm font-semibold">{t("tickTitle")}</legend>
      {error && <p className="font-semibold text-danger">{error}</p>}
      {warnings.map(({ key, count }) => (
        <label key={key} className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            name="ticked"
            value={key}
            defaultChecked={defaultValue.includes(key)}
            className="mt-1 size-4 accent-accent"
          />
          <span>{t("tick", { warning: gate(key, { count: count ?? 0 }) })}</span>
        </label>
      ))}
    </fieldset>
  );
}

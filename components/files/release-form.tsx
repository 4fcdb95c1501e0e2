"use client";

import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { RETURN_TO } from "@/lib/records/form-marks";

type Props = {
  copy: { readonly id: string; readonly name: string };
  action: FormAction;
  /** The page on which it stands. */
  returnTo: string;
  /** The one step of its page. */
  isPrimary?: boolean;
};

/** Lets others than the desk see a redacted copy. Needs the words of `redaction`. */
export function ReleaseForm({ copy: { id, name }, action, returnTo, isPrimary = false }: Props) {
  const t = useTranslations("redaction");
  const [outcome, send] = useFormOutcome(action);
  return (
    <form
      action={send}
      aria-label={t("releaseOf", { name })}
      className="flex flex-col items-start gap-2 print:hidden"
    >
      <FormOutcome outcome={outcome} labels={{}} prefix={`release-${id}`} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name={RETURN_TO} value={returnTo} />
      <SubmitButton kind={isPrimary ? "primary" : "secondary"} pending={t("releasing")}>
        {t("release")}
      </SubmitButton>
    </form>
  );
}

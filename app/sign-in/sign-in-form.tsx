"use client";

import { useTranslations } from "#translations";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = { from: string; action: (previous: Outcome, form: FormData) => Promise<Outcome> };

export function SignInForm({ from, action }: Props) {
  const t = useTranslations("signIn");
  const [outcome, submit] = useFormOutcome(action);
  const field = fieldsOf(outcome);
  const labels = { email: t("email"), password: t("password") };
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormOutcome outcome={outcome} labels={labels} refusedTitle={t("failed")} />
      <input type="hidden" name="from" value={from} />
      <TextField label={t("email")} type="email" autoComplete="username" {...field("email")} />
      <TextField label={t("password")} type="password" autoComplete="current-password" {...field("password")} />
      <div>
        <SubmitButton pending={t("submitting")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}

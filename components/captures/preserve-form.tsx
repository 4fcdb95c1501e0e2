"use client";

import { useActionState } from "react";
import { useTranslations } from "#translations";
import { IDLE } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Outcome } from "@/lib/workflow/outcome";

type Props = { slug: string; action: (previous: Outcome, form: FormData) => Promise<Outcome> };

/** Has the page of an item preserved. */
export function PreserveForm({ slug, action }: Props) {
  const t = useTranslations("capture");
  const [outcome, send] = useActionState(action, IDLE);
  return (
    <form action={send}>
      <FormOutcome outcome={outcome} labels={{}} prefix="capture" hrefs={{ slug: "#captures" }} />
      <input type="hidden" name="slug" value={slug} />
      <SubmitButton kind="secondary" pending={t("preserve")}>
        {t("preserve")}
      </SubmitButton>
    </form>
  );
}

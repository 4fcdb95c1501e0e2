"use client";

import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = { slug: string; action: FormAction };

/** Has the page of an item preserved. */
export function PreserveForm({ slug, action }: Props) {
  const t = useTranslations("capture");
  const [outcome, send] = useFormOutcome(action);
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

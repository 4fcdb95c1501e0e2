"use client";

import { useTranslations } from "#translations";
import type { FormAction } from "@/components/drafts/come-again";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { SelectField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { WATCH_INTERVALS } from "@/lib/records/watch";

type Props = { slug: string; action: FormAction };

/** Has the page of an item looked at again. Needs the words of `watch` and `form`. */
export function BeginWatch({ slug, action }: Props) {
  const t = useTranslations("watch");
  const [outcome, send] = useFormOutcome(action);
  const field = fieldsOf(outcome, { every: "daily" }, "watch");
  return (
    <form action={send} className="flex flex-col gap-2 print:hidden">
      <FormOutcome
        outcome={outcome}
        labels={{ every: t("everyField") }}
        prefix="watch"
        hrefs={{ evidence: "#captures" }}
      />
      <p className="text-sm text-muted">{t("sectionLead")}</p>
      <input type="hidden" name="evidence" value={slug} />
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t("everyField")}
          options={WATCH_INTERVALS.map((value) => ({ value, label: t(`everyName.${value}`) }))}
          {...field("every")}
        />
        <SubmitButton kind="secondary" pending={t("beginning")}>
          {t("begin")}
        </SubmitButton>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { ButtonLink } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RecordKind } from "@/lib/records/editorial";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { ErasureScope } from "@/lib/workflow/erasure";

type Props = { kind: RecordKind; slug: string; scope: ErasureScope; backHref: string; action: RecordFormAction };

/** The second step of an erasure. */
export function EraseForm({ kind, slug, scope, backHref, action }: Props) {
  const t = useTranslations("history");
  const kept = useKeptForm(action, "erase");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, {}, "erase");
  const labels = { reason: t("eraseReason"), confirm: t("eraseConfirm", { slug }) };
  return (
    <form action={send} className="flex flex-col gap-4" noValidate>
      <KeptFields kept={kept}>
        <FormOutcome outcome={outcome} labels={labels} prefix="erase" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="scope" value={scope} />
        <TextArea label={labels.reason} rows={2} maxLength={LONGEST_REASON} {...field("reason")} />
        <TextField label={labels.confirm} autoComplete="off" spellCheck={false} {...field("confirm")} />
      </KeptFields>
      <div className="flex flex-wrap gap-2">
        <SubmitButton kind="danger" pending={t("pending")}>
          {t("eraseButton")}
        </SubmitButton>
        <ButtonLink kind="quiet" href={backHref}>
          {t("eraseBack")}
        </ButtonLink>
      </div>
    </form>
  );
}

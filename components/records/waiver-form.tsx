"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RecordKind } from "@/lib/records/editorial";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { RecordFormAction } from "./record-form";

type Props = { kind: RecordKind; slug: string; stands: boolean; action: RecordFormAction };

/** An editor's decision to publish without an answer, or the end of that decision. */
export function WaiverForm({ kind, slug, stands, action }: Props) {
  const t = useTranslations("gate");
  const workflow = useTranslations("workflow");
  const kept = useKeptForm(action, "waiver");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, {}, "waiver", () => LONGEST_REASON);
  return (
    <details className="w-full max-w-2xl" open={outcome.status !== "idle"}>
      <summary className="cursor-pointer text-sm font-semibold text-accent">
        {stands ? t("endWaiver") : t("waiver")}
      </summary>
      <form action={send} className="mt-2 flex flex-col items-start gap-3" noValidate>
        <KeptFields kept={kept}>
          <FormOutcome outcome={outcome} labels={{ reason: workflow("reasonFor") }} prefix="waiver" />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="stands" value={stands ? "false" : "true"} />
          <p className="measure text-sm">{t("waiverLead")}</p>
          <TextArea label={workflow("reasonFor")} rows={2} {...field("reason")} />
        </KeptFields>
        <SubmitButton kind="secondary" pending={workflow("pending")}>
          {stands ? t("endWaiver") : t("waiver")}
        </SubmitButton>
      </form>
    </details>
  );
}

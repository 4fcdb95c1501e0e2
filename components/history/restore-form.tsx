"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RecordKind } from "@/lib/records/editorial";
import { LONGEST_REASON } from "@/lib/records/longest-reason";

type Props = {
  kind: RecordKind;
  slug: string;
  version: number;
  /** The record's version now: another one by then is a conflict. */
  basedOn: number;
  isPublished: boolean;
  action: RecordFormAction;
};

/** Asks why an earlier version should be had again. */
export function RestoreForm({ kind, slug, version, basedOn, isPublished, action }: Props) {
  const t = useTranslations("history");
  const kept = useKeptForm(action, "restore");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, {}, "restore");
  return (
    <form
      action={send}
      className="flex max-w-2xl flex-col items-start gap-3 border-t border-rule pt-4 print:hidden"
      noValidate
    >
      <h2>{t("restore")}</h2>
      <p className="measure">{t(isPublished ? "restorePublished" : "restoreLead")}</p>
      <KeptFields kept={kept}>
        <FormOutcome outcome={outcome} labels={{ reason: t("reason") }} prefix="restore" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="basedOn" value={basedOn} />
        <div className="w-full">
          <TextArea label={t("reason")} rows={2} maxLength={LONGEST_REASON} {...field("reason")} />
        </div>
      </KeptFields>
      <SubmitButton kind="secondary" pending={t("pending")}>
        {t("restore")}
      </SubmitButton>
    </form>
  );
}

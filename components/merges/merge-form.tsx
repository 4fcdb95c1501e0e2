"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import { SaveProposal, SubmitProposal } from "@/components/records/proposal-fields";
import type { RecordFormAction } from "@/components/records/record-form";
import { ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { LONGEST_REASON } from "@/lib/records/longest-reason";

type Props = {
  /** The two records and the versions that were read. */
  hidden: Readonly<Record<string, string>>;
  reasonLabel: string;
  action: RecordFormAction;
  cancelHref: string;
};

/** Asks why two records are one, or two after all, and makes a proposal of it. */
export function MergeForm({ hidden, reasonLabel, action, cancelHref }: Props) {
  const t = useTranslations("merge");
  const form = useTranslations("form");
  const proposal = useTranslations("proposal");
  const kept = useKeptForm(action, "merge");
  const field = fieldsOf(kept.outcome, {}, "merge");
  const labels = { reason: reasonLabel, correctionNote: proposal("correctionNote") };
  return (
    <form action={kept.send} className="flex max-w-2xl flex-col gap-4 print:hidden" noValidate>
      <KeptFields kept={kept}>
        <FormOutcome outcome={kept.outcome} labels={labels} prefix="merge" />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          label={reasonLabel}
          hint={t("reasonHint")}
          rows={2}
          maxLength={LONGEST_REASON}
          {...field("reason")}
        />
        <TextArea
          label={labels.correctionNote}
          hint={proposal("correctionHint")}
          rows={2}
          optional
          maxLength={LONGEST_REASON}
          {...field("correctionNote")}
        />
      </KeptFields>
      <div className="flex flex-wrap gap-2">
        <SubmitProposal />
        <SubmitButton kind="secondary" pending={form("saving")}>
          <SaveProposal />
        </SubmitButton>
        <ButtonLink kind="quiet" href={cancelHref}>
          {form("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

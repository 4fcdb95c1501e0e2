"use client";

import { useTranslations } from "#translations";
import { ConflictTable } from "@/components/ui/conflict-table";
import { TextArea } from "@/components/ui/field";
import type { fieldsOf } from "@/components/ui/fields-of";
import { Taken } from "@/components/ui/form-outcome";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormValues } from "@/lib/workflow/outcome";
import type { EditedProposal } from "./edited";

// Drawn in forms that write proposals: their islands need the words of `proposal` as well.

/** Why the record should change, and what the public has to know of it. */
export function ProposalFields({ field }: { field: ReturnType<typeof fieldsOf> }) {
  const t = useTranslations("proposal");
  return (
    <>
      <TextArea label={t("reason")} hint={t("reasonHint")} rows={2} {...field("reason")} />
      <TextArea
        label={t("correctionNote")}
        hint={t("correctionHint")}
        rows={2}
        optional
        {...field("correctionNote")}
      />
    </>
  );
}

export function SubmitProposal() {
  const t = useTranslations("proposal");
  const form = useTranslations("form");
  return (
    <SubmitButton pending={form("saving")} name="submit" value="yes" submits>
      {t("saveAndSubmit")}
    </SubmitButton>
  );
}

export function SaveProposal() {
  return useTranslations("proposal")("save");
}

type MovedProps = {
  moved: NonNullable<EditedProposal["moved"]>;
  typed: Readonly<Record<string, unknown>>;
  label: (name: string) => string;
};

/** The record moved since the proposal was begun: what was joined, and what both changed. */
export function RecordMovedNotice({ moved: { current, asks, taken }, typed, label }: MovedProps) {
  const t = useTranslations("proposal");
  const fields = [...asks, ...taken];
  const rows = Object.keys({ ...current, ...typed }).filter((name) => asks.includes(name.split(".")[0] ?? name));
  const labels = Object.fromEntries([...fields, ...rows].map((name) => [name, label(name)]));
  if (fields.length === 0) return null;
  return (
    <Notice kind="caution" title={asks.length > 0 ? t("mergeTitle") : t("movedMerges")}>
      <Taken fields={taken} labels={labels} />
      {asks.length > 0 && <ConflictTable current={current} yours={typed as FormValues} labels={labels} asks={asks} />}
    </Notice>
  );
}

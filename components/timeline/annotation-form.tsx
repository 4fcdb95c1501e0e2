"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useFormOutcome } from "@/components/drafts/use-form-outcome";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { DateField } from "@/components/ui/date-field";
import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { SubmitButton } from "@/components/ui/submit-button";
import { LONGEST_REASON } from "@/lib/records/longest-reason";

type Stored = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

type Props = {
  action: RecordFormAction;
  /** The view's query, to come back to. */
  back: string;
  countries: readonly Choice[];
  /** The annotation that is edited: its fields as typed. */
  stored?: Stored;
};

/** Writes on the timeline, or changes what stands there. Needs the words of `explorer` and `form`. */
export function AnnotationForm({ action, back, countries, stored }: Props) {
  const t = useTranslations("explorer");
  const prefix = stored ? `note-${stored.id}` : "note";
  const kept = useKeptForm(action, prefix);
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, stored, prefix);
  const labels = {
    text: t("noteText"),
    dated: t("noteDated"),
    country: t("noteCountry"),
    language: t("noteLanguage"),
  };
  return (
    <details open={outcome.status !== "idle"} className="max-w-2xl print:hidden">
      <summary
        className="text-sm font-semibold text-accent"
        aria-label={stored && t("editOf", { text: String(stored.text) })}
      >
        {stored ? t("edit") : t("annotate")}
      </summary>
      <form action={send} noValidate className="mt-3 flex flex-col items-start gap-4 [&>*]:w-full">
        <KeptFields kept={kept}>
          <FormOutcome outcome={outcome} labels={labels} prefix={prefix} />
          <input type="hidden" name="back" value={back} />
          {stored && <input type="hidden" name="id" value={stored.id} />}
          {stored && <input type="hidden" name="version" value={field("version").defaultValue} />}
          <TextField label={labels.text} hint={t("noteTextHint")} maxLength={160} {...field("text")} />
          <DateField label={labels.dated} {...field("dated")} />
          <SelectField
            label={labels.country}
            options={countries}
            empty={t("noteAll")}
            optional
            {...field("country")}
          />
          <TextField label={labels.language} hint={t("noteLanguageHint")} optional {...field("language")} />
        </KeptFields>
        <div>
          <SubmitButton pending={t("saving")}>{stored ? t("saveEdit") : t("save")}</SubmitButton>
        </div>
      </form>
    </details>
  );
}

type TransitionProps = { action: RecordFormAction; back: string; id: string; version: number; text: string };

/** Puts what somebody else wrote before every reader. */
export function AnnotationApproval({ action, back, id, version, text }: TransitionProps) {
  const t = useTranslations("explorer");
  const [outcome, send] = useFormOutcome(action);
  return (
    <form
      action={send}
      noValidate
      aria-label={t("approveOf", { text })}
      className="flex max-w-2xl flex-col items-start gap-2 print:hidden"
    >
      <FormOutcome outcome={outcome} labels={{}} prefix={`approve-${id}`} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton pending={t("saving")}>{t("approve")}</SubmitButton>
    </form>
  );
}

/** Takes an annotation off the timeline, with a reason for the history where readers have seen it. */
export function AnnotationRemoval({
  action,
  back,
  id,
  version,
  text,
  isPublic,
}: TransitionProps & { isPublic: boolean }) {
  const t = useTranslations("explorer");
  const kept = useKeptForm(action, `remove-${id}`);
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, {}, `remove-${id}`);
  return (
    <details open={outcome.status !== "idle"} className="max-w-2xl print:hidden">
      <summary className="text-sm font-semibold text-accent" aria-label={t("removeOf", { text })}>
        {t("remove")}
      </summary>
      <form action={send} noValidate className="mt-3 flex flex-col items-start gap-3 [&>*]:w-full">
        <KeptFields kept={kept}>
          <FormOutcome outcome={outcome} labels={{ reason: t("removeReason") }} prefix={`remove-${id}`} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <p className="text-sm">{t("removeLead")}</p>
          <TextArea
            label={t("removeReason")}
            rows={2}
            optional={!isPublic}
            maxLength={LONGEST_REASON}
            {...field("reason")}
          />
        </KeptFields>
        <div>
          <SubmitButton kind="danger" pending={t("saving")}>
            {t("remove")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

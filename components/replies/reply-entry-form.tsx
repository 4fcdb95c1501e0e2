"use client";

import { useReading, useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { FormOutcome } from "@/components/ui/form-outcome";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { longestOf } from "@/lib/records/longest";
import { REPLY_ENTRY_KINDS } from "@/lib/records/reply-request";
import { replyEntryInput } from "@/lib/records/reply-status";

type Props = { action: RecordFormAction; request: string; today: string };

/** One more line of the ledger. Its island needs the words of `replyRequest`, `record` and `form`. */
export function ReplyEntryForm({ action, request, today }: Props) {
  const t = useTranslations("replyRequest");
  const form = useTranslations("form");
  const { zone } = useReading();
  const kept = useKeptForm(action, "entry");
  const { outcome, send } = kept;
  const field = fieldsOf(outcome, { happenedOn: today }, "entry", (name) => longestOf(replyEntryInput, name));
  const labels = {
    kind: t("enterKind"),
    happenedOn: t("enterDay"),
    dueOn: t("enterDue"),
    response: t("enterResponse"),
    note: t("enterNote"),
  };
  return (
    <form action={send} className="flex max-w-2xl flex-col gap-5 print:hidden" noValidate>
      <KeptFields kept={kept}>
        <FormOutcome outcome={outcome} labels={labels} prefix="entry" />
        <input type="hidden" name="request" value={request} />
        <SelectField
          label={labels.kind}
          options={REPLY_ENTRY_KINDS.map((value) => ({ value, label: t(`entry.${value}`) }))}
          empty={form("choose")}
          {...field("kind")}
        />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextField
            type="date"
            label={labels.happenedOn}
            hint={t("enterDayHint", { zone: zone.label })}
            {...field("happenedOn")}
          />
          <TextField type="date" label={labels.dueOn} hint={t("enterDueHint")} optional {...field("dueOn")} />
        </div>
        <div>
          <ReferenceField
            kind="response"
            label={labels.response}
            hint={t("enterResponseHint")}
            optional
            {...field("response")}
          />
          <p className="mt-2 text-sm">
            <Link href={`/responses/new?request=${request}`}>{t("recordAnswer")}</Link>
          </p>
        </div>
        <TextArea label={labels.note} rows={2} optional {...field("note")} />
      </KeptFields>
      <div>
        <SubmitButton pending={form("saving")}>{t("enter")}</SubmitButton>
      </div>
    </form>
  );
}

"use client";

import { useWords } from "#words";
import { type FormAction, RecordForm } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { REPLY_CHANNELS } from "@/lib/reply-request";

/** What was put to whom about a station. Its island needs the words of `replyRequest`, `record` and `form`. */
export function ReplyForm({ action, station }: { action: FormAction; station: string }) {
  const t = useWords("replyRequest");
  const form = useWords("form");
  return (
    <RecordForm action={action} cancelHref={`/stations/${station}#replies`}>
      {({ field, label }) => (
        <>
          <input type="hidden" name="stations" value={station} />
          <ReferenceField
            kind="organization"
            label={label("respondent")}
            hint={t("formRespondent")}
            {...field("respondent")}
          />
          <TextArea label={label("questions")} hint={t("formQuestions")} rows={6} {...field("questions")} />
          <SelectField
            label={label("channel")}
            options={REPLY_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
            empty={form("choose")}
            {...field("channel")}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={label("sentOn")} hint={t("formDay")} {...field("sentOn")} />
            <TextField label={label("dueOn")} hint={t("formDue")} {...field("dueOn")} />
          </div>
          <ReferenceField
            kind="claim"
            multiple
            label={label("claims")}
            hint={t("formClaims")}
            optional
            {...field.many("claims")}
          />
          <TextArea label={label("note")} optional {...field("note")} />
        </>
      )}
    </RecordForm>
  );
}

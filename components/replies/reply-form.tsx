"use client";

import { useReading, useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns } from "@/components/ui/form-columns";
import { REPLY_CHANNELS, replyRequestInput } from "@/lib/records/reply-request";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  initial?: Readonly<Record<string, unknown>>;
  names?: Readonly<Record<string, string>>;
  cancelHref: string;
};

/** What is put to whom, about what, and until when. Its island needs the words of `replyRequest`, `record` and `form`. */
export function ReplyForm({ action, edited, initial, names = {}, cancelHref }: Props) {
  const t = useTranslations("replyRequest");
  const form = useTranslations("form");
  const { zone } = useReading();
  return (
    <RecordForm
      wide
      input={replyRequestInput}
      action={action}
      edited={edited}
      initial={initial}
      cancelHref={cancelHref}
    >
      {({ field, label }) => (
        <FormColumns
          left={
            <>
              <ReferenceField
                kind="organization"
                label={label("respondent")}
                hint={t("formRespondent")}
                names={names}
                {...field("respondent")}
              />
              <TextField label={label("subject")} hint={t("formSubject")} optional {...field("subject")} />
              <TextArea label={label("questions")} hint={t("formQuestions")} rows={6} {...field("questions")} />
              <TextArea label={label("internalNote")} optional {...field("note")} />
            </>
          }
          right={
            <>
              <SelectField
                label={label("channel")}
                options={REPLY_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
                empty={form("choose")}
                {...field("channel")}
              />
              <div className="grid items-end gap-5 sm:grid-cols-2">
                <TextField label={label("sentOn")} hint={t("formSent")} optional {...field("sentOn")} />
                <TextField label={label("dueOn")} hint={t("formDue", { zone: zone.label })} {...field("dueOn")} />
              </div>
              <ReferenceField
                kind="claim"
                multiple
                label={label("claims")}
                hint={t("formClaims")}
                names={names}
                optional
                {...field.many("claims")}
              />
              <ReferenceField
                kind="station"
                multiple
                label={label("stations")}
                hint={t("formStations")}
                names={names}
                optional
                {...field.many("stations")}
              />
            </>
          }
        />
      )}
    </RecordForm>
  );
}

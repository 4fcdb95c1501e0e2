"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { DateField } from "@/components/ui/date-field";
import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns } from "@/components/ui/form-columns";
import { EVENT_KINDS, eventInput } from "@/lib/records/event";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord;
  initial?: Readonly<Record<string, unknown>>;
  cancelHref: string;
  /** Slug → name of the evidence that is chosen already. */
  names: Readonly<Record<string, string>>;
  /** Countries by name, as the server calls them. */
  countries: readonly Choice[];
};

export function EventForm({ action, edited, initial, cancelHref, names, countries }: Props) {
  const t = useTranslations("event");
  const form = useTranslations("form");
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={eventInput}
      action={action}
      edited={edited}
      initial={initial}
      cancelHref={cancelHref}
    >
      {({ field, label }) => (
        <FormColumns
          left={
            <>
              <TextField {...field("title")} label={label("title")} required />
              <SelectField
                {...field("kind")}
                label={label("kind")}
                empty={form("choose")}
                required
                options={EVENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
              <DateField {...field("occurred")} label={label("occurred")} optional />
              <SelectField
                {...field("country")}
                label={label("country")}
                hint={t("formCountry")}
                empty={form("none")}
                options={countries}
                optional
              />
              <TextArea {...field("summary")} label={label("summary")} optional />
            </>
          }
          right={
            <>
              <ReferenceField
                {...field.many("evidence")}
                kind="evidence"
                multiple
                label={label("evidence")}
                hint={t("formEvidence")}
                names={names}
                optional
              />
              <NoteFields field={field} label={label} />
            </>
          }
        />
      )}
    </RecordForm>
  );
}

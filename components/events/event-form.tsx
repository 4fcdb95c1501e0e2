"use client";

import { useLocaleCode, useWords } from "#words";
import { type Edited, type FormAction, RecordForm } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { DateField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { COUNTRY_CODES } from "@/lib/country";
import { EVENT_KINDS } from "@/lib/event";
import { nameOfCountry } from "@/lib/names";

type Props = {
  action: FormAction;
  edited?: Edited;
  initial?: Readonly<Record<string, unknown>>;
  cancelHref: string;
  /** Slug → name of the evidence that is chosen already. */
  names: Readonly<Record<string, string>>;
};

export function EventForm({ action, edited, initial, cancelHref, names }: Props) {
  const t = useWords("event");
  const form = useWords("form");
  const locale = useLocaleCode();
  const countries = COUNTRY_CODES.map((value) => ({ value, label: nameOfCountry(locale, value) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
  return (
    <RecordForm action={action} edited={edited} initial={initial} cancelHref={cancelHref}>
      {({ field, label }) => (
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
          <ReferenceField
            {...field.many("evidence")}
            kind="evidence"
            multiple
            label={label("evidence")}
            hint={t("formEvidence")}
            names={names}
            optional
          />
          <TextArea {...field("note")} label={label("note")} optional />
        </>
      )}
    </RecordForm>
  );
}

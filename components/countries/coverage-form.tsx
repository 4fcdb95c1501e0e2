"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { DateField } from "@/components/ui/date-field";
import { type Choice, SelectField } from "@/components/ui/field";
import { coverageInput } from "@/lib/records/country-coverage";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  initial?: Readonly<Record<string, unknown>>;
  names?: Readonly<Record<string, string>>;
  countries: readonly Choice[];
  cancelHref: string;
};

/** "Examined, none found" in a country. Its island needs the words of `country`, `record` and `form`. */
export function CoverageForm({ action, edited, initial, names = {}, countries, cancelHref }: Props) {
  const t = useTranslations("country");
  const form = useTranslations("form");
  return (
    <RecordForm input={coverageInput} action={action} edited={edited} initial={initial} cancelHref={cancelHref}>
      {({ field, label }) => (
        <>
          <SelectField label={label("country")} options={countries} empty={form("choose")} {...field("country")} />
          <ReferenceField
            kind="organization"
            multiple
            label={label("examiners")}
            hint={t("formExaminers")}
            names={names}
            optional
            {...field.many("examiners")}
          />
          <DateField label={label("asOf")} optional {...field("asOf")} />
          <ReferenceField
            kind="evidence"
            multiple
            label={label("evidence")}
            hint={t("formCoverageEvidence")}
            names={names}
            {...field.many("evidence")}
          />
          <NoteFields field={field} label={label} />
        </>
      )}
    </RecordForm>
  );
}

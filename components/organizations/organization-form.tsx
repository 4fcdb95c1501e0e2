"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns } from "@/components/ui/form-columns";
import { ORGANIZATION_KINDS, organizationInput, RELIABILITIES } from "@/lib/records/organization";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  countries: readonly Choice[];
  mayGrade: boolean;
  cancelHref: string;
};

/** Records or revises an organization. */
export function OrganizationForm({ action, edited, countries, mayGrade, cancelHref }: Props) {
  const t = useTranslations("organization");
  const form = useTranslations("form");
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={organizationInput}
      alikeKind="organization"
      action={action}
      edited={edited}
      cancelHref={cancelHref}
    >
      {({ field, fields, label, alike }) => {
        const names = field.many("alternateNames");
        return (
          <FormColumns
            left={
              <>
                <TextField label={label("name")} {...field("name")} />
                {alike("name", "words")}
                <SelectField
                  label={label("kind")}
                  options={ORGANIZATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                  empty={form("choose")}
                  {...field("kind")}
                />
                <SelectField
                  label={label("country")}
                  optional
                  options={countries}
                  empty={form("none")}
                  {...field("country")}
                />
              </>
            }
            right={
              <>
                <TextArea
                  label={label("alternateNames")}
                  hint={t("formNames")}
                  optional
                  rows={3}
                  {...names}
                  defaultValue={names.defaultValue.join("\n")}
                />
                <TextField label={label("url")} type="url" optional {...field("url")} />
                {alike("site")}
                {mayGrade ? (
                  <SelectField
                    label={label("reliability")}
                    hint={t("gradeLead")}
                    optional
                    options={RELIABILITIES.map((value) => ({ value, label: t(`reliability.${value}`) }))}
                    empty={t("reliability.none")}
                    {...field("reliability")}
                  />
                ) : (
                  <input type="hidden" name="reliability" value={String(fields.reliability ?? "")} />
                )}
                <NoteFields field={field} label={label} />
              </>
            }
          />
        );
      }}
    </RecordForm>
  );
}

"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { RowFields } from "@/components/records/row-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { ANSWERS, RESPONSE_KINDS, responseInput } from "@/lib/records/response";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  initial?: Readonly<Record<string, unknown>>;
  names?: Readonly<Record<string, string>>;
  cancelHref: string;
  /** The slug of the request that it answers. */
  request?: string;
};

/** Records or revises an official response. */
export function ResponseForm({ action, edited, initial, names = {}, cancelHref, request }: Props) {
  const t = useTranslations("response");
  const form = useTranslations("form");
  return (
    <RecordForm input={responseInput} action={action} edited={edited} initial={initial} cancelHref={cancelHref}>
      {(parts) => {
        const { field, label } = parts;
        const countries = field.many("countries");
        return (
          <>
            {request && <input type="hidden" name="request" value={request} />}
            <ReferenceField
              kind="organization"
              label={label("authority")}
              hint={t("formAuthority")}
              names={names}
              {...field("authority")}
            />
            <TextField
              label={label("officialRole")}
              hint={t("formOfficialRole")}
              optional
              {...field("officialRole")}
            />
            <TextField
              label={label("officialName")}
              hint={t("formOfficialName")}
              optional
              {...field("officialName")}
            />
            <SelectField
              label={label("kind")}
              hint={t("formKind")}
              options={RESPONSE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              empty={form("choose")}
              {...field("kind")}
            />
            <DateField label={label("given")} optional {...field("given")} />
            <TextArea label={label("summary")} {...field("summary")} />
            <TextArea label={label("quote")} hint={t("formQuote")} optional rows={3} {...field("quote")} />
            <TextField
              label={label("quoteLanguage")}
              hint={t("formQuoteLanguage")}
              optional
              {...field("quoteLanguage")}
            />
            <TextArea label={label("quoteTranslation")} optional rows={3} {...field("quoteTranslation")} />
            <TextArea
              label={label("countries")}
              hint={t("formCountries")}
              optional
              rows={2}
              {...countries}
              defaultValue={countries.defaultValue.join("\n")}
            />
            <ReferenceField
              kind="station"
              multiple
              optional
              label={label("stations")}
              names={names}
              {...field.many("stations")}
            />
            <ReferenceField
              kind="evidence"
              multiple
              label={label("evidence")}
              names={names}
              {...field.many("evidence")}
            />
            <RowFields list="answers" legend={label("answers")} hint={t("formAnswers")} parts={parts}>
              {(name) => (
                <>
                  <ReferenceField kind="claim" label={label("claim")} names={names} {...field(name("claim"))} />
                  <SelectField
                    label={label("answer")}
                    options={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
                    empty={form("choose")}
                    {...field(name("answer"))}
                  />
                </>
              )}
            </RowFields>
            <TextArea label={label("note")} optional {...field("note")} />
          </>
        );
      }}
    </RecordForm>
  );
}

"use client";

import { useTranslations } from "#translations";
import { CountriesField } from "@/components/records/countries-field";
import type { EditedRecord } from "@/components/records/edited";
import { hasNotes, NoteFields } from "@/components/records/note-fields";
import { type FormParts, RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { RowFields } from "@/components/records/row-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns, MoreFields } from "@/components/ui/form-columns";
import { LanguageField } from "@/components/ui/language-field";
import { OFFERED } from "@/lib/records/form-marks";
import { ANSWERS, RESPONSE_KINDS, responseInput } from "@/lib/records/response";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  initial?: Readonly<Record<string, unknown>>;
  names?: Readonly<Record<string, string>>;
  cancelHref: string;
  /** The slug of the request that it answers. */
  request?: string;
  /** Claims that the answer may be to, each in a row that may be left as it is. */
  offered?: readonly string[];
};

/** Records or revises an official response. */
export function ResponseForm({ action, edited, initial, names = {}, cancelHref, request, offered = [] }: Props) {
  const t = useTranslations("response");
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={responseInput}
      action={action}
      edited={edited}
      initial={initial}
      cancelHref={cancelHref}
    >
      {(parts) => {
        const { field, label } = parts;
        return (
          <>
            {request && <input type="hidden" name="request" value={request} />}
            {offered.map((claim) => (
              <input key={claim} type="hidden" name={OFFERED} value={claim} />
            ))}
            <FormColumns left={<Said parts={parts} names={names} />} right={<About parts={parts} names={names} />} />
            <MoreFields holds={t("formMore")} isOpen={hasNotes(field)}>
              <NoteFields field={field} label={label} />
            </MoreFields>
          </>
        );
      }}
    </RecordForm>
  );
}

type PartProps = { parts: FormParts; names: Readonly<Record<string, string>> };

/** Who answered, when, and in which words. */
function Said({ parts: { field, label }, names }: PartProps) {
  const t = useTranslations("response");
  const form = useTranslations("form");
  return (
    <>
      <ReferenceField kind="organization" label={label("authority")} names={names} {...field("authority")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={label("kind")}
          options={RESPONSE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          empty={form("choose")}
          {...field("kind")}
        />
        <DateField label={label("given")} optional {...field("given")} />
        <TextField label={label("officialRole")} optional {...field("officialRole")} />
        <TextField label={label("officialName")} optional {...field("officialName")} />
      </div>
      <TextArea label={label("summary")} rows={3} {...field("summary")} />
      <TextArea label={label("quote")} hint={t("formQuote")} optional rows={3} {...field("quote")} />
      <div className="grid gap-4 sm:grid-cols-[1fr_2fr]">
        <LanguageField label={label("quoteLanguage")} optional {...field("quoteLanguage")} />
        <TextArea label={label("quoteTranslation")} optional rows={2} {...field("quoteTranslation")} />
      </div>
    </>
  );
}

/** What it is about, on what it rests, and which claims it answers. */
function About({ parts, names }: PartProps) {
  const t = useTranslations("response");
  const form = useTranslations("form");
  const { field, label } = parts;
  return (
    <>
      <ReferenceField kind="evidence" multiple label={label("evidence")} names={names} {...field.many("evidence")} />
      <ReferenceField
        kind="station"
        multiple
        optional
        label={label("stations")}
        names={names}
        {...field.many("stations")}
      />
      <CountriesField label={label("countries")} optional {...field.many("countries")} />
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
    </>
  );
}

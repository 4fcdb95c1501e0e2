"use client";

import { useLocaleCode, useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { type FormParts, RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { RowFields } from "@/components/records/row-fields";
import { DateField } from "@/components/ui/date-field";
import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns } from "@/components/ui/form-columns";
import { ASSESSMENTS, CLAIM_POSITIONS, CLAIM_SCOPES, claimInput, VALUE_BOUNDS } from "@/lib/records/claim";
import { REGIONS, regionName } from "@/lib/records/country";
import { StanceFields } from "./stance-fields";
import { SubjectField } from "./subject-field";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  initial?: Readonly<Record<string, unknown>>;
  /** Slug → name of the records that are named already. */
  names?: Readonly<Record<string, string>>;
  countries: readonly Choice[];
  mayAssess: boolean;
  cancelHref: string;
};

const named = <V extends string>(values: readonly V[], formatValue: (value: V) => string) =>
  values.map((value) => ({ value, label: formatValue(value) }));

/** Records or revises a claim. */
export function ClaimForm({ action, edited, initial, names = {}, countries, mayAssess, cancelHref }: Props) {
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={claimInput}
      action={action}
      edited={edited}
      initial={initial}
      cancelHref={cancelHref}
    >
      {(parts) => (
        <FormColumns
          left={<Said parts={parts} names={names} countries={countries} isFirst={Boolean(edited?.returnTo)} />}
          right={<Held parts={parts} names={names} mayAssess={mayAssess} />}
        />
      )}
    </RecordForm>
  );
}

type PartProps = { parts: FormParts; names: Readonly<Record<string, string>> };

/** What is claimed of what, and by whom. */
function Said({ parts, names, countries, isFirst }: PartProps & { countries: readonly Choice[]; isFirst: boolean }) {
  const t = useTranslations("claim");
  const form = useTranslations("form");
  const { field, label } = parts;
  return (
    <>
      <TextArea
        label={label("proposition")}
        hint={t("formProposition")}
        rows={3}
        autoFocus={isFirst}
        {...field("proposition")}
      />
      <SubjectField label={label("subject")} {...field("subject")} />
      <ReachFields parts={parts} countries={countries} names={names} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <SelectField
          label={label("position")}
          options={named(CLAIM_POSITIONS, (position) => t(`positionName.${position}`))}
          {...field("position")}
        />
        <TextField
          label={label("valueNumber")}
          hint={t("formValue")}
          optional
          inputMode="decimal"
          {...field("valueNumber")}
        />
        <SelectField
          label={label("valueBound")}
          optional
          options={named(VALUE_BOUNDS, (bound) => t(`bound.${bound}`))}
          empty={form("none")}
          {...field("valueBound")}
        />
      </div>
      <ClaimantFields parts={parts} names={names} />
    </>
  );
}

/** On what it rests, what is held of it, and what disagrees. */
function Held({ parts, names, mayAssess }: PartProps & { mayAssess: boolean }) {
  const t = useTranslations("claim");
  const { field, fields, label } = parts;
  return (
    <>
      {mayAssess ? (
        <SelectField
          label={label("assessment")}
          options={named(ASSESSMENTS, (assessment) => t(`assessment.${assessment}`))}
          {...field("assessment")}
        />
      ) : (
        <input type="hidden" name="assessment" value={String(fields.assessment ?? "")} />
      )}
      <RowFields list="stances" legend={t("evidenceTitle")} hint={t("formStances")} parts={parts}>
        {(name) => <StanceFields name={name} parts={parts} names={names} />}
      </RowFields>
      <ReferenceField
        kind="claim"
        multiple
        optional
        label={label("disputes")}
        hint={t("formDisputes")}
        names={names}
        {...field.many("disputes")}
      />
      <NoteFields field={field} label={label} />
    </>
  );
}

/** What the claim is about: the world, a region, a country or a station. */
function ReachFields({ parts: { field, label }, countries, names }: PartProps & { countries: readonly Choice[] }) {
  const t = useTranslations("claim");
  const form = useTranslations("form");
  const locale = useLocaleCode();
  const regions = Object.entries(REGIONS).flatMap(([region, parts]) => [region, ...parts]);
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <SelectField
        label={label("scope")}
        options={named(CLAIM_SCOPES, (scope) => t(`scope.${scope}`))}
        empty={form("choose")}
        {...field("scope")}
      />
      <SelectField
        label={label("country")}
        hint={t("formCountry")}
        optional
        options={countries}
        empty={form("none")}
        {...field("country")}
      />
      <SelectField
        label={label("region")}
        hint={t("formRegion")}
        optional
        options={named(regions, (code) => regionName(code, locale))}
        empty={form("none")}
        {...field("region")}
      />
      <ReferenceField
        kind="station"
        label={label("station")}
        hint={t("formStation")}
        optional
        names={names}
        {...field("station")}
      />
    </div>
  );
}

/** Who says it, who speaks for them, who passed it on, when it was said and of which time. */
function ClaimantFields({ parts: { field, label }, names }: PartProps) {
  const t = useTranslations("claim");
  return (
    <>
      <ReferenceField
        kind="organization"
        multiple
        label={label("claimants")}
        hint={t("formClaimants")}
        names={names}
        {...field.many("claimants")}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField label={label("spokesperson")} hint={t("formSpokesperson")} optional {...field("spokesperson")} />
        <ReferenceField
          kind="organization"
          label={label("relayedBy")}
          hint={t("formRelayedBy")}
          optional
          names={names}
          {...field("relayedBy")}
        />
        <DateField label={label("asserted")} optional {...field("asserted")} />
        <DateField label={label("period")} hint={t("formPeriod")} optional {...field("period")} />
      </div>
    </>
  );
}

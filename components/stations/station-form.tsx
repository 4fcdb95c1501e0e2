"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { type FormParts, RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { hasHan } from "@/components/search/mixed-text";
import { DateField } from "@/components/ui/date-field";
import { type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns } from "@/components/ui/form-columns";
import { LOCATION_PRECISIONS, STATION_KINDS, stationInput } from "@/lib/records/station";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord | null;
  /** In the reader's language, from the server: browsers know other names. */
  countries: readonly Choice[];
  /** Slug → name of the operator that is chosen already. */
  names?: Readonly<Record<string, string>>;
  cancelHref: string;
};

/** A reported site, as it was reported. Its island needs the words of `station`, `record` and `form`. */
export function StationForm({ action, edited, countries, names, cancelHref }: Props) {
  return (
    <RecordForm
      handsIn={!edited}
      wide
      input={stationInput}
      alikeKind="station"
      action={action}
      edited={edited}
      cancelHref={cancelHref}
    >
      {(parts) => (
        <FormColumns
          left={<Report parts={parts} countries={countries} names={names} />}
          right={<Place parts={parts} />}
        />
      )}
    </RecordForm>
  );
}

type PartProps = Pick<Props, "countries" | "names"> & { parts: FormParts };

function Report({ parts: { field, label, alike }, countries, names }: PartProps) {
  const t = useTranslations("station");
  const form = useTranslations("form");
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">{t("reportLegend")}</legend>
      <TextField label={label("name")} hint={t("hint.name")} required {...field("name")} />
      {alike("name", "words")}
      <TextArea
        label={label("alternateNames")}
        hint={t("hint.alternateNames")}
        optional
        rows={3}
        {...lines(field.many("alternateNames"))}
      />
      <SelectField
        label={label("kind")}
        hint={t("hint.kind")}
        options={STATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        empty={form("choose")}
        {...field("kind")}
      />
      <ReferenceField
        kind="organization"
        label={label("operator")}
        hint={t("hint.operator")}
        optional
        names={names}
        {...field("operator")}
      />
      <DateField label={label("firstReported")} optional {...field("firstReported")} />
      <SelectField label={label("country")} options={countries} empty={form("choose")} {...field("country")} />
      <NoteFields field={field} label={label} />
    </fieldset>
  );
}

function Place({ parts: { field, label, alike } }: Pick<PartProps, "parts">) {
  const t = useTranslations("station");
  const form = useTranslations("form");
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">{t("placeLegend")}</legend>
      <TextField label={label("city")} optional {...field("city")} />
      {alike("place")}
      <TextField label={label("localityNote")} hint={t("hint.localityNote")} optional {...field("localityNote")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={label("latitude")}
          hint={t("hint.latitude")}
          optional
          inputMode="decimal"
          {...field("latitude")}
        />
        <TextField
          label={label("longitude")}
          hint={t("hint.longitude")}
          optional
          inputMode="decimal"
          {...field("longitude")}
        />
      </div>
      <SelectField
        label={label("locationPrecision")}
        hint={t("hint.locationPrecision")}
        optional
        options={LOCATION_PRECISIONS.map((value) => ({ value, label: t(`precision.${value}`) }))}
        empty={form("none")}
        {...field("locationPrecision")}
      />
      <SelectField
        label={label("publicPrecision")}
        hint={t("hint.publicPrecision")}
        optional
        options={LOCATION_PRECISIONS.map((value) => ({ value, label: t(`precision.${value}`) }))}
        empty={form("none")}
        {...field("publicPrecision")}
      />
      <TextField
        label={label("locationSource")}
        hint={t("hint.locationSource")}
        optional
        {...field("locationSource")}
      />
    </fieldset>
  );
}

/** Several names in one box, each on its line. */
const lines = ({ defaultValue, ...field }: ReturnType<FormParts["field"]["many"]>) => ({
  ...field,
  defaultValue: defaultValue.join("\n"),
  lang: hasHan(defaultValue.join()) ? "zh-Hans" : undefined,
});

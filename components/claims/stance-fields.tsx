"use client";

import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DERIVATIONS, STANCES } from "@/lib/records/claim";

type Props = {
  name: (field: string) => string;
  parts: FormParts;
  names: Readonly<Record<string, string>>;
};

/** One item of evidence in a claim's form. */
export function StanceFields({ name, parts: { field, label }, names }: Props) {
  const t = useTranslations("claim");
  const common = useTranslations("common");
  const form = useTranslations("form");
  return (
    <>
      <ReferenceField kind="evidence" label={label("evidence")} names={names} {...field(name("evidence"))} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={label("stance")}
          options={STANCES.map((value) => ({ value, label: common(`stance.${value}`) }))}
          empty={form("choose")}
          {...field(name("stance"))}
        />
        <SelectField
          label={label("derivation")}
          options={DERIVATIONS.map((value) => ({ value, label: t(`derivation.${value}`) }))}
          empty={form("choose")}
          {...field(name("derivation"))}
        />
      </div>
      <ReferenceField
        kind="organization"
        label={label("origin")}
        hint={t("formOriginHint")}
        optional
        names={names}
        {...field(name("origin"))}
      />
      <TextArea label={label("quote")} optional rows={2} {...field(name("quote"))} />
      <input type="hidden" name={name("target")} value={String(field(name("target")).defaultValue)} />
      <TextField label={label("locator")} optional {...field(name("locator"))} />
    </>
  );
}

"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import type { FormParts } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { DERIVATIONS, STANCES } from "@/lib/records/claim";
import { partField } from "@/lib/records/evidence-filing";

type Props = {
  parts: Pick<FormParts, "field" | "label">;
  names: Readonly<Record<string, string>>;
  /** False where the form is about nothing else. */
  isOptional?: boolean;
};

/** What an item does to a claim, and from whom it has it. Its island needs the words of `claim`, `record` and `form`. */
export function ClaimLinkFields({ parts: { field, label }, names, isOptional = true }: Props) {
  const t = useTranslations("claim");
  const common = useTranslations("common");
  const own = (name: string) => field(partField("link", name));
  const sourcing = own("derivation");
  const [derivation, setDerivation] = useState(sourcing.defaultValue || "derived");
  return (
    <fieldset className="flex flex-col gap-3 border-t border-rule pt-3">
      <legend className="float-left font-serif text-lg font-semibold">{t("linkTitle")}</legend>
      <ReferenceField
        kind="claim"
        label={label("claim")}
        names={names}
        optional={isOptional}
        mayAdd={false}
        {...own("claim")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={label("stance")}
          options={STANCES.map((value) => ({ value, label: common(`stance.${value}`) }))}
          {...own("stance")}
        />
        <SelectField
          label={label("derivation")}
          options={DERIVATIONS.map((value) => ({ value, label: t(`derivation.${value}`) }))}
          onChange={(event) => setDerivation(event.target.value)}
          {...sourcing}
          defaultValue={derivation}
        />
      </div>
      <div hidden={derivation === "original"}>
        <ReferenceField
          kind="organization"
          label={label("origin")}
          hint={t("formOriginHint")}
          optional
          names={names}
          {...own("origin")}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
        <TextArea label={label("quote")} optional {...own("quote")} rows={1} />
        <TextField label={t("linkLocator")} placeholder={t("linkLocatorExample")} {...own("locator")} />
      </div>
    </fieldset>
  );
}

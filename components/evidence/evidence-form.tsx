"use client";

import { useTranslations } from "#translations";
import type { EditedRecord } from "@/components/records/edited";
import { RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { CREDIBILITIES, EVIDENCE_KINDS, evidenceInput, SHARINGS } from "@/lib/records/evidence";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord;
  initial?: Readonly<Record<string, unknown>>;
  cancelHref: string;
  /** Slug → name of the records that are chosen already. */
  names: Readonly<Record<string, string>>;
};

const NEW = { titleSeen: "true", sharing: "CLEAR" };
const lines = (value: string | readonly string[]) => (typeof value === "string" ? value : value.join("\n"));

export function EvidenceForm({ action, edited, initial, cancelHref, names }: Props) {
  const t = useTranslations("evidence");
  const form = useTranslations("form");
  return (
    <RecordForm
      input={evidenceInput}
      alikeKind="evidence"
      action={action}
      edited={edited}
      initial={{ ...NEW, ...initial }}
      cancelHref={cancelHref}
    >
      {({ field, label, alike }) => (
        <>
          <TextArea {...field("title")} label={label("title")} hint={t("formTitle")} rows={2} required />
          {alike("title")}
          <ChoiceGroup
            {...field("titleSeen")}
            type="radio"
            label={t("formTitleSeen")}
            options={(["true", "false"] as const).map((value) => ({ value, label: t(`titleSeen.${value}`) }))}
          />
          <SelectField
            {...field("kind")}
            label={label("kind")}
            empty={form("choose")}
            required
            options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <ReferenceField
            {...field("publisher")}
            kind="organization"
            label={label("publisher")}
            hint={t("formPublisher")}
            names={names}
            optional
          />
          <ReferenceField
            {...field("carriedBy")}
            kind="organization"
            label={label("carriedBy")}
            hint={t("formCarriedBy")}
            names={names}
            optional
          />
          <TextField {...field("author")} label={label("author")} optional />
          <DateField {...field("published")} label={label("published")} optional />
          <TextField {...field("language")} label={label("language")} hint={t("formLanguage")} optional />
          <TextField {...field("url")} type="url" label={label("url")} hint={t("formUrl")} optional />
          {alike("address")}
          <TextField
            {...field("archiveUrl")}
            type="url"
            label={label("archiveUrl")}
            hint={t("formArchiveUrl")}
            optional
          />
          <TextField {...field("accessedVia")} label={label("accessedVia")} hint={t("formAccessedVia")} optional />
          <TextArea {...field("summary")} label={label("summary")} optional />
          <TextArea
            {...field("countries")}
            defaultValue={lines(field.many("countries").defaultValue)}
            label={label("countries")}
            hint={t("formCountries")}
            rows={2}
            optional
          />
          <ReferenceField
            {...field.many("stations")}
            kind="station"
            multiple
            label={label("stations")}
            hint={t("formStations")}
            names={names}
            optional
          />
          <SelectField
            {...field("credibility")}
            label={label("credibility")}
            hint={t("formCredibility")}
            empty={t("notGraded")}
            options={CREDIBILITIES.map((value) => ({ value, label: t(`credibility.${value}`) }))}
          />
          <SelectField
            {...field("sharing")}
            label={label("sharing")}
            options={SHARINGS.map((value) => ({
              value,
              label: `${t(`sharing.${value}`)} – ${t(`sharingMeans.${value}`)}`,
            }))}
          />
          <TextArea {...field("note")} label={label("note")} hint={t("formNote")} optional />
        </>
      )}
    </RecordForm>
  );
}

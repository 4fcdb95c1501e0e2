"use client";

import { useTranslations } from "#translations";
import { ClaimLinkFields } from "@/components/claims/claim-link-fields";
import { CountriesField } from "@/components/records/countries-field";
import type { EditedRecord } from "@/components/records/edited";
import { NoteFields } from "@/components/records/note-fields";
import { type FormParts, RecordForm, type RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { FormColumns, MoreFields } from "@/components/ui/form-columns";
import { LanguageField } from "@/components/ui/language-field";
import { CREDIBILITIES, EVIDENCE_KINDS, evidenceInput, SHARINGS } from "@/lib/records/evidence";
import { LinkField } from "./link-field";
import { useAddressProposal } from "./use-address-proposal";

type Props = {
  action: RecordFormAction;
  edited?: EditedRecord;
  initial?: Readonly<Record<string, unknown>>;
  cancelHref: string;
  /** Slug → name of the records that are chosen already. */
  names: Readonly<Record<string, string>>;
};

const NEW = {
  titleSeen: "true",
  kind: "article",
  sharing: "CLEAR",
  "link.stance": "supports",
  "link.derivation": "derived",
};
const OTHERS = ["author", "carriedBy", "accessedVia", "archiveUrl", "summary", "note", "internalNote"];

/** An item of evidence. A new one names its outlet and what it does to a claim in the same submit. */
export function EvidenceForm({ action, edited, initial, cancelHref, names }: Props) {
  const proposed = useAddressProposal(edited?.slug ?? null);
  return (
    <RecordForm
      input={evidenceInput}
      alikeKind="evidence"
      action={action}
      edited={edited}
      initial={{ ...NEW, ...initial }}
      cancelHref={cancelHref}
      handsIn={!edited}
      wide
    >
      {(parts) => (
        <>
          <LinkField parts={parts} proposed={proposed} isFirst={!edited} />
          <FormColumns
            left={<Item parts={parts} names={names} proposed={proposed} isNew={!edited} />}
            right={<Bearing parts={parts} names={names} isNew={!edited} />}
          />
          <More parts={parts} names={names} proposed={proposed} />
        </>
      )}
    </RecordForm>
  );
}

type PartProps = { parts: FormParts; names: Props["names"] };
type Proposed = ReturnType<typeof useAddressProposal>;

/** What it is, who published it when, and how far it is believed and may be shared. */
function Item({ parts, names, proposed, isNew }: PartProps & { proposed: Proposed; isNew: boolean }) {
  const t = useTranslations("evidence");
  const { field, fields, label, alike } = parts;
  const text = (name: string) => (typeof fields[name] === "string" ? String(fields[name]) : "");
  const mark = (name: string) => (proposed.marked.includes(name) ? t("proposed") : undefined);
  const url = proposed.values?.outletUrl ?? "";
  const outlet = {
    field: "publisher",
    values: {
      name: text("outlet.name"),
      kind: text("outlet.kind"),
      country: text("outlet.country") || (proposed.values?.country ?? ""),
      url: text("outlet.url") || url,
    },
    distinctFrom: field.many("outlet.distinctFrom").defaultValue as readonly string[],
    errors: Object.fromEntries(
      ["name", "kind", "country", "url"].map((part) => [`outlet.${part}`, field(`outlet.${part}`).error]),
    ),
  };
  return (
    <>
      <TextArea {...field("title")} mark={mark("title")} label={label("title")} rows={2} required />
      {alike("title")}
      <ChoiceGroup
        {...field("titleSeen")}
        type="radio"
        isInline
        label={t("formTitleSeen")}
        options={(["true", "false"] as const).map((value) => ({ value, label: t(`titleSeen.${value}`) }))}
      />
      <ReferenceField
        {...field("publisher")}
        mark={mark("publisher")}
        kind="organization"
        label={label("publisher")}
        names={names}
        proposed={proposed.values?.publisher ?? null}
        outlet={isNew ? outlet : undefined}
        optional
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateField {...field("published")} mark={mark("published")} label={label("published")} optional />
        <LanguageField {...field("language")} mark={mark("language")} label={label("language")} optional />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField
          {...field("kind")}
          label={label("kind")}
          required
          options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectField
          {...field("credibility")}
          label={label("credibility")}
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
      </div>
    </>
  );
}

/** What it is about, and what it does to a claim. */
function Bearing({ parts, names, isNew }: PartProps & { isNew: boolean }) {
  const { field, label } = parts;
  return (
    <>
      <ReferenceField
        {...field.many("stations")}
        kind="station"
        multiple
        label={label("stations")}
        names={names}
        optional
      />
      <CountriesField {...field.many("countries")} label={label("countries")} optional />
      {isNew && <ClaimLinkFields parts={parts} names={names} />}
    </>
  );
}

function More({ parts: { field, label }, names, proposed }: PartProps & { proposed: Proposed }) {
  const t = useTranslations("evidence");
  const mark = proposed.marked.includes("author") ? t("proposed") : undefined;
  const isOpen = OTHERS.some((name) => field(name).defaultValue !== "" || field(name).error);
  return (
    <MoreFields holds={t("formMore")} isOpen={isOpen}>
      <TextField {...field("author")} mark={mark} label={label("author")} optional />
      <ReferenceField
        {...field("carriedBy")}
        kind="organization"
        label={label("carriedBy")}
        hint={t("formCarriedBy")}
        names={names}
        optional
      />
      <TextField {...field("accessedVia")} label={label("accessedVia")} hint={t("formAccessedVia")} optional />
      <TextField
        {...field("archiveUrl")}
        type="url"
        label={label("archiveUrl")}
        hint={t("formArchiveUrl")}
        optional
      />
      <TextArea {...field("summary")} label={label("summary")} rows={3} optional />
      <NoteFields field={field} label={label} />
    </MoreFields>
  );
}

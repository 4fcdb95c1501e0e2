import type { ReactNode } from "react";
import { useFormat, useTranslations } from "#translations";
import { MixedText } from "@/components/search/mixed-text";
import { Foreign } from "@/components/ui/foreign";
import { ExternalLink, QuietLink } from "@/components/ui/link";
import type { RevisedKind } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import {
  fieldsInOrder,
  languageFieldOf,
  type ReferenceNames,
  referencedKind,
  rowFields,
  rowKey,
} from "@/lib/records/record-field";
import { recordPath } from "@/lib/records/record-path";
import { ownEntry } from "@/lib/text/own-entry";
import { useFieldLabels } from "./field-labels";

type Props = {
  kind: RevisedKind;
  /** A version as its revision keeps it, or an input. */
  snapshot: Snapshot;
  names: ReferenceNames;
  /** What is put behind the address of a record that a field names: "?at=2022-11-03". */
  suffix?: string;
};

export const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** One version of a record of any kind: its fields with their labels, in the order of its form; the empty ones last, in a line. */
export function RecordFields({ kind, snapshot, names, suffix }: Props) {
  const t = useTranslations("history");
  const format = useFormat();
  const { label } = useFieldLabels(kind, names);
  const fields = fieldsInOrder(kind, [snapshot]);
  const empty = fields.filter((field) => isEmpty(snapshot[field]));
  return (
    <div className="flex flex-col gap-3">
      <dl className="border-t border-rule">
        {fields
          .filter((field) => !empty.includes(field))
          .map((field) => (
            <div
              key={field}
              className="grid gap-x-6 border-b border-rule py-2 compact:py-1 sm:grid-cols-[12rem_minmax(0,1fr)]"
            >
              <dt className="text-sm text-muted">{label(field)}</dt>
              <dd className="measure min-w-0">
                <FieldValue kind={kind} field={field} snapshot={snapshot} names={names} suffix={suffix} />
              </dd>
            </div>
          ))}
      </dl>
      {empty.length > 0 && (
        <p className="measure text-sm text-muted">{t("emptyFields", { fields: format.list(empty.map(label)) })}</p>
      )}
    </div>
  );
}

/** What one field of a version holds: text, a choice in words, a list, or rows. */
export function FieldValue({ kind, field, snapshot, names, suffix = "" }: Props & { field: string }): ReactNode {
  const value = snapshot[field];
  if (!Array.isArray(value)) {
    return <OneValue kind={kind} field={field} value={value} within={snapshot} names={names} suffix={suffix} />;
  }
  if (rowKey(field)) {
    return (
      <ul className="flex flex-col gap-3">
        {(value as Snapshot[]).map((row) => (
          <li key={JSON.stringify(row)} className="border-l-2 border-rule pl-3">
            <RowValue kind={kind} row={row} names={names} suffix={suffix} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul>
      {value.map((item) => (
        <li key={JSON.stringify(item)} className="py-0.5">
          <OneValue kind={kind} field={field} value={item} within={snapshot} names={names} suffix={suffix} />
        </li>
      ))}
    </ul>
  );
}

/** One row of a list of rows ("this item supports it, on page 3") as a line for each of its fields. */
export function RowValue({ kind, row, names, suffix }: Omit<Props, "snapshot"> & { row: Snapshot }) {
  const { label } = useFieldLabels(kind, names);
  const fields = rowFields(row).filter((field) => !isEmpty(row[field]));
  return (
    <dl>
      {fields.map((field, index) => (
        <div key={field} className={index === 0 ? "" : "text-sm"}>
          <dt className={index === 0 ? "sr-only" : "inline text-muted"}>{label(field)}: </dt>
          <dd className="inline">
            <OneValue kind={kind} field={field} value={row[field]} within={row} names={names} suffix={suffix} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type OneProps = Omit<Props, "snapshot"> & { field: string; value: unknown; within: Snapshot };

/** A value that is no list, in words; a record that it names is linked when this reader may see it. */
export function OneValue({ kind, field, value, within, names, suffix = "" }: OneProps): ReactNode {
  const { formatValue } = useFieldLabels(kind, names);
  const text = formatValue(field, value);
  const referenced = referencedKind(field);
  if (referenced && typeof value === "string") {
    const href = ownEntry(names[referenced] ?? {}, value) ? recordPath({ kind: referenced, slug: value }) : null;
    const shown = <MixedText>{text}</MixedText>;
    return href ? <QuietLink href={href + suffix}>{shown}</QuietLink> : shown;
  }
  if (/^https?:\/\//i.test(text)) return <ExternalLink href={text}>{text}</ExternalLink>;
  return (
    <span dir="auto" className="whitespace-pre-line">
      <InItsLanguage kind={kind} field={field} within={within}>
        {text}
      </InItsLanguage>
    </span>
  );
}

type InProps = { kind: RevisedKind; field: string; within: Snapshot; children: string };

/** A text in the language that its record says it is in; else with each run of Chinese marked. */
export function InItsLanguage({ kind, field, within, children }: InProps): ReactNode {
  const languageField = languageFieldOf(kind, field);
  const language = languageField ? within[languageField] : null;
  if (typeof language === "string") return <Foreign lang={language}>{children}</Foreign>;
  return <MixedText>{children}</MixedText>;
}

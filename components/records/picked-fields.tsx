"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import type { FieldProps } from "@/components/ui/field";
import type { RecordKind } from "@/lib/records/editorial";
import { AddOrganization } from "./add-organization";
import { AddOutlet, type OutletFields } from "./add-outlet";
import type { FoundRecord } from "./found-records";

/** What the form sends, and its draft keeps: no event of the browser's tells of these. */
export function Sent({ name, records, typed }: { name: string; records: readonly FoundRecord[]; typed: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  const slugs = records.map(({ slug }) => slug).join(" ");
  const drawn = useRef(slugs);
  useEffect(() => {
    if (drawn.current !== slugs) mark.current?.closest("form")?.dispatchEvent(new Event("change"));
    drawn.current = slugs;
  }, [slugs]);
  return (
    <span ref={mark} hidden>
      {records.map(({ slug, title }) => (
        <input key={slug} type="hidden" name={name} value={slug} data-title={title} />
      ))}
      {(typed || records.length === 0) && <input type="hidden" name={name} value={typed} />}
    </span>
  );
}

type NotChosenProps = {
  isNamed: boolean;
  mayAdd: boolean;
  outlet?: OutletFields | undefined;
  kind: RecordKind;
  name: string;
  field: FieldProps;
  onAdded: (record: FoundRecord) => void;
};

/** Says that what stands in the box names no record yet; the form's own error says it already. */
export function NotChosen({ isNamed, mayAdd, outlet, kind, name, field, onAdded }: NotChosenProps) {
  const t = useTranslations("record");
  const adds = mayAdd && kind === "organization";
  return (
    <>
      {!field.error && !(adds && outlet) && (
        <p role="status" className="font-semibold text-danger">
          {t(adds && !isNamed ? "pickOrAdd" : "pickOther", { name })}
        </p>
      )}
      {adds && outlet && <AddOutlet key={name} {...outlet} name={name} onChosen={onAdded} />}
      {adds && !outlet && <AddOrganization key={name} field={field.name} name={name} onAdded={onAdded} />}
    </>
  );
}

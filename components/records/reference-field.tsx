"use client";

import { useState } from "react";
import { useWords } from "#words";
import { type FieldProps, TextArea, TextField } from "@/components/ui/field";
import { useAwake } from "@/components/ui/use-awake";
import type { RecordKind } from "@/lib/editorial";
import { RecordPicker } from "./record-picker";

type Props = FieldProps & {
  kind: RecordKind;
  multiple?: boolean;
  /** Slugs, as `fieldsOf` gives them. */
  defaultValue?: string | readonly string[];
  /** Slug → the record's name, for what is chosen already; a slug without one shows itself. */
  names?: Readonly<Record<string, string>>;
};

const listOf = (value: string | readonly string[]) =>
  (typeof value === "string" ? value.split(/[;\n]/) : value).map((slug) => slug.trim()).filter(Boolean);

const EXAMPLES: Partial<Record<RecordKind, string>> = {
  station: "nl-amsterdam",
  evidence: "src-001",
  claim: "clm-nl-02",
  response: "rsp-nl-03",
  organization: "safeguard-defenders",
  event: "evt-01",
};

/**
 * Names other records: a list to type into, or, without JavaScript, a box for their slugs (one per line when there may
 * be several). Sends slugs. Its island needs the words of `record` and `form`.
 */
export function ReferenceField({ kind, multiple = false, defaultValue = "", names = {}, ...field }: Props) {
  const t = useWords("record");
  const [initial] = useState(() => listOf(defaultValue));
  if (useAwake()) {
    const chosen = initial.map((slug) => ({ slug, title: names[slug] ?? slug }));
    return <RecordPicker kind={kind} multiple={multiple} field={field} initial={chosen} />;
  }
  const typed = listOf(defaultValue);
  const hint = [field.hint, t(multiple ? "slugsHint" : "slugHint", { example: EXAMPLES[kind] ?? kind })]
    .filter(Boolean)
    .join(" ");
  return multiple ? (
    <TextArea {...field} hint={hint} rows={Math.max(1, typed.length)} defaultValue={typed.join("\n")} />
  ) : (
    <TextField {...field} hint={hint} defaultValue={typed[0] ?? ""} />
  );
}

"use client";

import { useLayoutEffect, useState } from "react";
import { useTranslations } from "#translations";
import { rememberedTitle } from "@/components/drafts/picked-titles";
import { keepEarlyInput } from "@/components/ui/early-input";
import { CONTROL, FieldFrame, type FieldProps, ids } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { RecordKind } from "@/lib/records/editorial";
import type { AlikeRecord } from "@/lib/records/likeness";
import { SLUG_PATTERN } from "@/lib/records/slug";
import { ownEntry } from "@/lib/text/own-entry";
import { AddOrganization } from "./add-organization";
import { AddOutlet, type OutletFields } from "./add-outlet";
import type { FoundRecord } from "./found-records";
import { PickerRoom, RecordPicker } from "./record-picker";

type Props = FieldProps & {
  kind: RecordKind;
  multiple?: boolean;
  /** Slugs, as `fieldsOf` gives them. */
  defaultValue?: string | readonly string[];
  /** Slug → the record's name, for what is chosen already; a slug without one shows itself. */
  names?: Readonly<Record<string, string>>;
  /** What of it names no record. */
  notOnFile?: readonly string[];
  /** What may be what was to be recorded in place. */
  told?: readonly AlikeRecord[];
  /** False: an organization that is not on file can't be added in place. */
  mayAdd?: boolean;
  /** What is not on file is recorded with the form's own record, and not before. */
  outlet?: OutletFields;
  /** What the form proposes, for a field in which nothing is chosen or typed. */
  proposed?: FoundRecord | string | null;
};

/** A name may hold the semicolon that stands between two names: a field for one record has one. */
const textsOf = (value: string | readonly string[], multiple: boolean) =>
  (typeof value === "string" ? (multiple ? value.split(/[;\n]/) : [value]) : value)
    .map((slug) => slug.trim())
    .filter(Boolean);

/** What was typed and names no record, whether the form has been told so yet or not. */
const missingOf = (texts: readonly string[], notOnFile: readonly string[]) =>
  texts.filter((text) => notOnFile.includes(text) || !SLUG_PATTERN.test(text));

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
 *
 * The box is as large as the list that replaces it on hydration; a box with text by then stays.
 */
export function ReferenceField({
  kind,
  multiple = false,
  defaultValue = "",
  names = {},
  notOnFile = [],
  told,
  mayAdd = true,
  outlet,
  proposed = null,
  ...field
}: Props) {
  const t = useTranslations("record");
  const [initial] = useState(() => textsOf(defaultValue, multiple));
  const [initialMissing] = useState(() => missingOf(initial, notOnFile));
  const [early, setEarly] = useState<"typed" | "focused" | null>(null);
  const isHydrated = useHydrated();
  const { id } = ids(field);
  useLayoutEffect(() => {
    const box = isHydrated ? null : document.getElementById(id);
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
    if (box.value !== box.defaultValue) setEarly("typed");
    else if (box === document.activeElement) setEarly("focused");
  }, [id, isHydrated]);
  const writes = t(multiple ? "slugsHint" : "slugHint", { example: EXAMPLES[kind] ?? kind });
  const named = (slug: string) => ({ slug, title: ownEntry(names, slug) ?? rememberedTitle(slug) ?? slug });
  if (isHydrated && early !== "typed") {
    return (
      <RecordPicker
        kind={kind}
        multiple={multiple}
        field={field}
        initial={initial.filter((text) => !initialMissing.includes(text)).map(named)}
        initialText={initialMissing.join("; ")}
        isMissing={notOnFile.length > 0}
        mayAdd={mayAdd}
        outlet={outlet}
        proposed={proposed}
        takesFocus={early === "focused"}
      />
    );
  }
  const values = textsOf(defaultValue, multiple);
  const missing = kind === "organization" && values.find((text) => notOnFile.includes(text));
  const adding =
    missing &&
    (outlet ? (
      <AddOutlet {...outlet} name={missing} told={told} />
    ) : (
      <AddOrganization field={field.name} name={missing} told={told} />
    ));
  if (!multiple) {
    return (
      <FieldFrame field={field}>
        <input
          type="text"
          {...ids(field)}
          name={field.name}
          defaultValue={values[0] ?? ""}
          placeholder={writes}
          className={CONTROL}
        />
        {adding}
      </FieldFrame>
    );
  }
  return (
    <FieldFrame field={field}>
      <div className="relative">
        <PickerRoom chosen={values.map(named)} />
        <textarea
          ref={keepEarlyInput}
          dir="auto"
          {...ids(field)}
          name={field.name}
          defaultValue={values.join("\n")}
          placeholder={writes}
          className={`absolute inset-0 h-full resize-none ${CONTROL}`}
        />
      </div>
      {adding}
    </FieldFrame>
  );
}

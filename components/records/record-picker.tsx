"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useState } from "react";
import { useWords } from "#words";
import { CONTROL, type FieldProps, Notes } from "@/components/ui/field";
import type { RecordKind } from "@/lib/editorial";
import { type FoundRecord, SHORTEST_QUESTION, useFoundRecords } from "./found-records";

type Props = { kind: RecordKind; multiple: boolean; field: FieldProps; initial: readonly FoundRecord[] };

const same = (one: FoundRecord, other: FoundRecord) => one.slug === other.slug;
const titleOf = (record: FoundRecord) => record.title;

/** The typeahead of ReferenceField: what is chosen travels in hidden inputs of the field's name. */
export function RecordPicker({ kind, multiple, field, initial }: Props) {
  const t = useWords("record");
  const form = useWords("form");
  const [chosen, setChosen] = useState<readonly FoundRecord[]>(initial);
  const [typed, setTyped] = useState("");
  const found = useFoundRecords(kind, typed);
  const id = field.id ?? `f-${field.name}`;
  const hint = [field.hint, t(multiple ? "pickMany" : "pickHint")].filter(Boolean).join(" ");
  const shared = {
    items: found.data ?? [],
    filter: null,
    isItemEqualToValue: same,
    itemToStringLabel: titleOf,
    onInputValueChange: setTyped,
  };
  const inside = (
    <>
      <Box id={id} field={{ ...field, hint }} chosen={multiple ? chosen : []} clearable={!multiple} />
      <Findings found={found} typed={typed} />
    </>
  );
  return (
    <div className={`flex flex-col gap-1 ${field.error ? "border-l-4 border-danger pl-3" : ""}`}>
      <label htmlFor={id} className="font-semibold">
        {field.label}
        {field.optional && <span className="font-normal text-muted"> ({form("optional")})</span>}
      </label>
      <Notes id={id} field={{ ...field, hint }} />
      {multiple ? (
        <Combobox.Root<FoundRecord, true> {...shared} multiple value={[...chosen]} onValueChange={setChosen}>
          {inside}
        </Combobox.Root>
      ) : (
        <Combobox.Root<FoundRecord>
          {...shared}
          value={chosen[0] ?? null}
          onValueChange={(record) => setChosen(record ? [record] : [])}
        >
          {inside}
        </Combobox.Root>
      )}
      {chosen.length === 0 && <input type="hidden" name={field.name} value="" />}
      {chosen.map(({ slug }) => (
        <input key={slug} type="hidden" name={field.name} value={slug} />
      ))}
    </div>
  );
}

type BoxProps = { id: string; field: FieldProps; chosen: readonly FoundRecord[]; clearable: boolean };

function Box({ id, field, chosen, clearable }: BoxProps) {
  const t = useWords("record");
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(" ");
  const input = (
    <Combobox.Input
      id={id}
      className={CONTROL}
      autoComplete="off"
      aria-describedby={described || undefined}
      aria-invalid={field.error ? true : undefined}
    />
  );
  if (clearable) {
    return (
      <Combobox.InputGroup className="relative">
        {input}
        <Combobox.Clear className="absolute inset-y-0 right-0 w-10 text-muted" aria-label={t("pickClear")}>
          <span aria-hidden="true">×</span>
        </Combobox.Clear>
      </Combobox.InputGroup>
    );
  }
  return (
    <Combobox.Chips className="flex flex-wrap gap-2">
      {chosen.map((record) => (
        <Combobox.Chip
          key={record.slug}
          aria-label={record.title}
          className="inline-flex items-center gap-1 rounded-sm border border-accent bg-accent-soft pl-2 text-sm"
        >
          {record.title}
          <Combobox.ChipRemove className="size-8" aria-label={t("pickRemove", { name: record.title })}>
            <span aria-hidden="true">×</span>
          </Combobox.ChipRemove>
        </Combobox.Chip>
      ))}
      <div className="min-w-48 flex-1">{input}</div>
    </Combobox.Chips>
  );
}

function Findings({ found, typed }: { found: ReturnType<typeof useFoundRecords>; typed: string }) {
  const t = useWords("record");
  const isShort = typed.trim().length < SHORTEST_QUESTION;
  const status = isShort
    ? t("pickMore")
    : found.isError
      ? t("pickFailed")
      : found.isFetching
        ? t("pickLoading")
        : found.data?.length === 0
          ? t("pickNone")
          : null;
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={2} className="z-30">
        <Combobox.Popup className="w-[var(--anchor-width)] max-w-[var(--available-width)] border border-rule-strong bg-raised shadow-float">
          <Combobox.Status className="px-3 text-sm text-muted">
            {status && <span className="block py-2">{status}</span>}
          </Combobox.Status>
          <Combobox.List className="max-h-72 overflow-y-auto">
            {(record: FoundRecord) => (
              <Combobox.Item
                key={record.slug}
                value={record}
                className="cursor-default px-3 py-2 data-[highlighted]:bg-accent-soft data-[selected]:font-semibold"
              >
                {record.title}
                <span className="ml-2 font-mono text-xs text-muted">{record.slug}</span>
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

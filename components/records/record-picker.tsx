"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { CONTROL, FieldFrame, type FieldProps, ids } from "@/components/ui/field";
import type { RecordKind } from "@/lib/records/editorial";
import { AddOrganization } from "./add-organization";
import { type FoundRecord, SHORTEST_QUESTION, useFoundRecords } from "./found-records";

type Props = {
  kind: RecordKind;
  multiple: boolean;
  /** Its hint is the picker's. */
  field: FieldProps;
  initial: readonly FoundRecord[];
  /** What was typed before, and names no record. */
  initialText: string;
  /** The field's error says that something typed is not on file: it goes once that is gone. */
  isMissing: boolean;
  /** It takes the place of a box that had the focus. */
  takesFocus: boolean;
};

const same = (one: FoundRecord, other: FoundRecord) => one.slug === other.slug;
const titleOf = (record: FoundRecord) => record.title;

/** Only these may change the text: what closes or leaves the list would wipe what was typed and not chosen. */
const TYPING: readonly string[] = ["input-change", "clear-press"];

/** What is chosen and what is typed, and what the search says of it. */
function usePicks({
  kind,
  multiple,
  initial,
  initialText,
}: Pick<Props, "kind" | "multiple" | "initial" | "initialText">) {
  const [chosen, setChosen] = useState<readonly FoundRecord[]>(initial);
  const [text, setText] = useState(initialText || (multiple ? "" : (initial[0]?.title ?? "")));
  const [isLeft, setLeft] = useState(true);
  const isChosen = !multiple && chosen[0] !== undefined && text === chosen[0].title;
  const { found, isAnswered } = useFoundRecords(kind, isChosen ? "" : text);
  const typed = isChosen ? "" : text.trim();
  const choose = (records: readonly FoundRecord[]) => {
    setChosen(records);
    if (!multiple) setText(records[0]?.title ?? "");
    else if (records.length > chosen.length) setText("");
  };
  const add = (record: FoundRecord) => {
    setChosen((before) => (multiple ? [...before.filter((other) => !same(other, record)), record] : [record]));
    setText(multiple ? "" : record.title);
  };
  const named = found.data?.filter(({ title }) => title.toLowerCase() === typed.toLowerCase()) ?? [];
  const only = isLeft && typed && isAnswered && named.length === 1 ? named[0] : undefined;
  // Written out in full, it is as good as chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each record that is found so
  useEffect(() => {
    if (only) add(only);
  }, [only]);
  const isUnknown = typed !== "" && isLeft && isAnswered && !only;
  const isNamed = named.length > 0 || found.isError;
  return { chosen, text, setText, setLeft, found, typed, choose, add, isUnknown, isNamed };
}

/**
 * The typeahead of ReferenceField: what is chosen goes along in hidden inputs of the field's name, and so does what was
 * typed and not chosen: the form is then refused, and nothing is dropped.
 */
export function RecordPicker(props: Props) {
  const { kind, multiple, field, isMissing, takesFocus } = props;
  const { chosen, text, setText, setLeft, found, typed, choose, add, isUnknown, isNamed } = usePicks(props);
  const shared = {
    items: found.data ?? [],
    filter: null,
    inputValue: text,
    isItemEqualToValue: same,
    itemToStringLabel: titleOf,
    onInputValueChange: (next: string, { reason }: { reason: string }) => {
      if (TYPING.includes(reason)) setText(next);
    },
  };
  const inside = (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the box inside, which has the role */}
      <div onFocus={() => setLeft(false)} onBlur={() => setLeft(true)}>
        <Box field={field} chosen={multiple ? chosen : []} clearable={!multiple} takesFocus={takesFocus} />
      </div>
      <Findings found={found} query={text} />
    </>
  );
  return (
    <FieldFrame field={isMissing && !typed ? { ...field, error: undefined } : field}>
      {multiple ? (
        <Combobox.Root<FoundRecord, true> {...shared} multiple value={[...chosen]} onValueChange={choose}>
          {inside}
        </Combobox.Root>
      ) : (
        <Combobox.Root<FoundRecord>
          {...shared}
          value={chosen[0] ?? null}
          onValueChange={(record) => choose(record ? [record] : [])}
        >
          {inside}
        </Combobox.Root>
      )}
      <Sent name={field.name} records={multiple || typed === "" ? chosen : []} typed={typed} />
      {isUnknown && <NotChosen kind={kind} name={typed} field={field} isNamed={isNamed} onAdded={add} />}
    </FieldFrame>
  );
}

/** What the form sends, and its draft keeps: no event of the browser's tells of these. */
function Sent({ name, records, typed }: { name: string; records: readonly FoundRecord[]; typed: string }) {
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
  kind: RecordKind;
  name: string;
  field: FieldProps;
  onAdded: (record: FoundRecord) => void;
};

/** Says that what stands in the box names no record yet; the form's own error says it already. */
function NotChosen({ isNamed, kind, name, field, onAdded }: NotChosenProps) {
  const t = useTranslations("record");
  return (
    <>
      {!field.error && (
        <p role="status" className="font-semibold text-danger">
          {t(kind === "organization" && !isNamed ? "pickOrAdd" : "pickOther", { name })}
        </p>
      )}
      {kind === "organization" && <AddOrganization key={name} field={field.name} name={name} onAdded={onAdded} />}
    </>
  );
}

type BoxProps = {
  field: FieldProps;
  chosen: readonly FoundRecord[];
  clearable: boolean;
  takesFocus: boolean;
};

const CHIPS = "flex flex-wrap gap-2";
const CHIP = "inline-flex items-center gap-1 rounded-sm border border-accent bg-accent-soft pl-2 text-sm";
const BESIDE_CHIPS = "min-w-48 flex-1";

/** Keeps the room that the picker takes with these records chosen. */
export function PickerRoom({ chosen }: { chosen: readonly FoundRecord[] }) {
  return (
    <div aria-hidden="true" className={`invisible ${CHIPS}`}>
      {chosen.map(({ slug, title }) => (
        <span key={slug} className={CHIP}>
          {title}
          <span className="size-8" />
        </span>
      ))}
      <div className={BESIDE_CHIPS}>
        <div className={CONTROL}>&nbsp;</div>
      </div>
    </div>
  );
}

function Box({ field, chosen, clearable, takesFocus }: BoxProps) {
  const t = useTranslations("record");
  const input = <Combobox.Input {...ids(field)} className={CONTROL} autoComplete="off" autoFocus={takesFocus} />;
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
    <Combobox.Chips className={CHIPS}>
      {chosen.map((record) => (
        <Combobox.Chip key={record.slug} aria-label={record.title} className={CHIP}>
          {record.title}
          <Combobox.ChipRemove className="size-8" aria-label={t("pickRemove", { name: record.title })}>
            <span aria-hidden="true">×</span>
          </Combobox.ChipRemove>
        </Combobox.Chip>
      ))}
      <div className={BESIDE_CHIPS}>{input}</div>
    </Combobox.Chips>
  );
}

function Findings({ found, query }: { found: ReturnType<typeof useFoundRecords>["found"]; query: string }) {
  const t = useTranslations("record");
  const isShort = query.trim().length < SHORTEST_QUESTION;
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

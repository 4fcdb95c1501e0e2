"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useTranslations } from "#translations";
import { CONTROL, FieldFrame, type FieldProps, ids } from "@/components/ui/field";
import type { OutletFields } from "./add-outlet";
import { type FoundRecord, SHORTEST_QUESTION, type useFoundRecords } from "./found-records";
import { NotChosen, Sent } from "./picked-fields";
import { isSameRecord, type Picks, usePicks } from "./use-picks";

type Props = Picks & {
  field: FieldProps;
  /** The field's error says that something typed is not on file: it goes once that is gone. */
  isMissing: boolean;
  mayAdd: boolean;
  outlet?: OutletFields | undefined;
  /** It takes the place of a box that had the focus. */
  takesFocus: boolean;
};

const titleOf = (record: FoundRecord) => record.title;

/** Only these may change the text: what closes or leaves the list would wipe what was typed and not chosen. */
const TYPING: readonly string[] = ["input-change", "clear-press"];

/**
 * The typeahead of ReferenceField: what is chosen goes along in hidden inputs of the field's name, and so does what was
 * typed and not chosen: the form is then refused, and nothing is dropped.
 */
export function RecordPicker(props: Props) {
  const { kind, multiple, field, isMissing, mayAdd, outlet, takesFocus } = props;
  const { chosen, text, setText, setLeft, found, typed, choose, add, isUnknown, isNamed } = usePicks(props);
  const shared = {
    items: found.data ?? [],
    filter: null,
    inputValue: text,
    isItemEqualToValue: isSameRecord,
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
      {isUnknown && <NotChosen {...{ kind, field, isNamed, mayAdd, outlet }} name={typed} onAdded={add} />}
    </FieldFrame>
  );
}

type BoxProps = {
  field: FieldProps;
  chosen: readonly FoundRecord[];
  clearable: boolean;
  takesFocus: boolean;
};

export const CHIPS = "flex flex-wrap gap-2";
export const CHIP = "inline-flex items-center gap-1 rounded-sm border border-accent bg-accent-soft pl-2 text-sm";
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
  const input = (
    <Combobox.Input
      dir="auto"
      {...ids(field)}
      className={clearable ? `${CONTROL} pr-10` : CONTROL}
      placeholder={t("pickHint")}
      autoComplete="off"
      autoFocus={takesFocus}
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

"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { keepEarlyInput } from "@/components/ui/early-input";
import { CONTROL, FieldFrame, type FieldProps, ids } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { countryName } from "@/lib/records/country";
import { countriesNamed, readCountry } from "@/lib/records/country-text";
import type { FoundRecord } from "./found-records";
import { Sent } from "./picked-fields";
import { CHIP, CHIPS } from "./record-picker";

type Props = FieldProps & { defaultValue?: string | readonly string[] };

const textsOf = (value: string | readonly string[]) =>
  [value]
    .flat()
    .flatMap((text) => text.split(/[;\n]/))
    .map((text) => text.trim())
    .filter(Boolean);
const MOST_SHOWN = 8;

/** Countries by name, in any language that the dossier's sources are in; without JavaScript a box with a name on each line. */
export function CountriesField({ defaultValue = [], ...field }: Props) {
  const form = useTranslations("form");
  const locale = useLocaleCode();
  const isHydrated = useHydrated();
  const texts = textsOf(defaultValue);
  if (isHydrated) return <CountryPicker field={field} initial={texts} />;
  const names = texts.map((text) => countryName(readCountry(text) ?? text, locale));
  return (
    <FieldFrame field={field}>
      <textarea
        ref={keepEarlyInput}
        rows={1}
        {...ids(field)}
        name={field.name}
        defaultValue={names.join("\n")}
        placeholder={form("countriesHint")}
        className={`${CONTROL} resize-none`}
      />
    </FieldFrame>
  );
}

function CountryPicker({ field, initial }: { field: FieldProps; initial: readonly string[] }) {
  const t = useTranslations("record");
  const form = useTranslations("form");
  const locale = useLocaleCode();
  const named = (code: string): FoundRecord => ({ slug: code, title: countryName(code, locale) });
  const [chosen, setChosen] = useState<readonly FoundRecord[]>(() =>
    initial.flatMap((text) => readCountry(text) ?? []).map(named),
  );
  const [text, setText] = useState(() => initial.filter((one) => readCountry(one) === null).join("; "));
  const choose = (records: readonly FoundRecord[]) => {
    if (records.length > chosen.length) setText("");
    setChosen(records);
  };
  /** What is written out is as good as chosen. */
  const settle = () => {
    const read = textsOf(text).map((one) => [one, readCountry(one)] as const);
    const codes = read.flatMap(([, code]) => code ?? []);
    if (codes.length === 0) return;
    setChosen([...chosen, ...codes.filter((code) => !chosen.some(({ slug }) => slug === code)).map(named)]);
    setText(read.flatMap(([one, code]) => (code ? [] : [one])).join("; "));
  };
  return (
    <FieldFrame field={field}>
      <Combobox.Root<FoundRecord, true>
        multiple
        items={countriesNamed(text).slice(0, MOST_SHOWN).map(named)}
        filter={null}
        value={[...chosen]}
        onValueChange={choose}
        inputValue={text}
        onInputValueChange={(next, { reason }) => {
          if (reason === "input-change" || reason === "clear-press") setText(next);
        }}
        isItemEqualToValue={(one, other) => one.slug === other.slug}
        itemToStringLabel={({ title }) => title}
      >
        <Combobox.Chips className={CHIPS} onBlur={settle}>
          {chosen.map(({ slug, title }) => (
            <Combobox.Chip key={slug} aria-label={title} className={CHIP}>
              {title}
              <Combobox.ChipRemove className="size-8" aria-label={t("pickRemove", { name: title })}>
                <span aria-hidden="true">×</span>
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <div className="min-w-24 flex-1">
            <Combobox.Input
              dir="auto"
              {...ids(field)}
              className={CONTROL}
              placeholder={form("countriesHint")}
              autoComplete="off"
            />
          </div>
        </Combobox.Chips>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={2} className="z-30">
            <Combobox.Popup className="w-[var(--anchor-width)] max-w-[var(--available-width)] border border-rule-strong bg-raised shadow-float empty:hidden">
              <Combobox.List className="max-h-72 overflow-y-auto">
                {(country: FoundRecord) => (
                  <Combobox.Item
                    key={country.slug}
                    value={country}
                    className="cursor-default px-3 py-2 data-[highlighted]:bg-accent-soft data-[selected]:font-semibold"
                  >
                    {country.title}
                    <span className="ml-2 font-mono text-xs text-muted">{country.slug}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <Sent name={field.name} records={chosen} typed={text.trim()} />
    </FieldFrame>
  );
}

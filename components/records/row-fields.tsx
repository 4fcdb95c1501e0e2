"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Notes } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { rowCount, rowField } from "@/lib/records/rows";
import type { FormParts } from "./record-form";

type Props = {
  /** The list's name in the input ("stances"). */
  list: string;
  legend: string;
  hint?: string;
  parts: FormParts;
  /** Draws one row; `name("quote")` is the name of its field. */
  children: (name: (field: string) => string, index: number) => ReactNode;
};

const SPARE = 2;

/**
 * A repeated fieldset with a few empty rows under the filled ones. The button sends the form with `more`, which its
 * action answers with the form values and room for further rows: the same with and without JavaScript.
 */
export function RowFields({ list, legend, hint, parts, children }: Props) {
  const t = useTranslations("record");
  const { error, id } = parts.field(list);
  const rawInput = parts.fields;
  const used = rowCount(
    Object.fromEntries(Object.entries(rawInput).filter(([, value]) => value !== "" && value !== null)),
    list,
  );
  const shown =
    rawInput.more === list ? rowCount(rawInput, list) + SPARE : Math.max(used + 1, SPARE, rowCount(rawInput, list));
  return (
    <fieldset id={id} tabIndex={-1} className="flex flex-col gap-4 border-t border-rule pt-4">
      <legend className="font-serif text-lg font-semibold">{legend}</legend>
      <Notes id={id ?? list} field={{ hint, error }} />
      {Array.from({ length: shown }, (_, index) => index).map((index) => (
        <fieldset key={index} className="flex flex-col gap-3 border-l-2 border-rule pl-4">
          <legend className="text-sm text-muted">{t("row", { label: legend, number: String(index + 1) })}</legend>
          {children((field) => rowField(list, index, field), index)}
        </fieldset>
      ))}
      <div>
        <SubmitButton kind="secondary" name="more" value={list} pending={t("addingRows")}>
          {t("addRows")}
        </SubmitButton>
      </div>
    </fieldset>
  );
}

"use client";

import { useEffect, useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { readDate } from "@/lib/dates/edtf";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { TextField } from "./field";

type Props = Parameters<typeof TextField>[0];

/** A field whose hint says what was understood of what is typed, in the room of the hint that stands there first. */
export function UnderstoodField({
  understand,
  hint,
  ...props
}: Props & { understand: (text: string) => string | null }) {
  const [text, setText] = useState(String(props.defaultValue ?? ""));
  const id = props.id ?? `f-${props.name}`;
  // What was typed before this took the field over.
  useEffect(() => {
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) setText(box.value);
  }, [id]);
  const understood = text.trim() === "" ? null : understand(text);
  return (
    <TextField
      autoComplete="off"
      spellCheck={false}
      {...props}
      isLive
      hint={understood ?? hint}
      otherHint={understood === null ? undefined : hint}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

/** A date as precise as it is known, as people write it. */
export function DateField(props: Props) {
  const t = useTranslations("form");
  const locale = useLocaleCode();
  const understand = (text: string) => {
    try {
      const date = readDate(text);
      return date === "ambiguous" ? t("ambiguousDate") : t("understood", { value: formatFuzzyDate(date, locale) });
    } catch {
      return null;
    }
  };
  return <UnderstoodField hint={t("dateHint")} {...props} understand={understand} />;
}

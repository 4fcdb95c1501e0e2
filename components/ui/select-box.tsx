"use client";

import { useTranslations } from "#translations";

/** The form of the batch bar, to which the boxes of a list belong wherever they stand. */
export const BATCH_FORM = "batch";

type Props = { kind: string; slug: string; title: string };

/** Selects a row of a list, for what is done with several. A client component, so that it is sent its name alone. */
export function SelectBox({ kind, slug, title }: Props) {
  const t = useTranslations("common");
  return (
    <input
      type="checkbox"
      name="item"
      value={`${kind}:${slug}`}
      form={BATCH_FORM}
      aria-label={t("selectRow", { title })}
      className="select-box"
    />
  );
}

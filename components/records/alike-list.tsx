"use client";

import type { ReactNode } from "react";
import { useFormat, useTranslations } from "#translations";
import type { AlikeRecord } from "@/lib/records/likeness";
import { workPath } from "@/lib/records/record-path";

type Props = {
  id?: string;
  records: readonly AlikeRecord[];
  /** The name of the field that says which of them it is none of; null: none is sent. */
  name: string | null;
  distinctFrom: readonly string[];
  onDistinct?: (slug: string, isDistinct: boolean) => void;
  /** What takes the other record in the place of this one. */
  use: (record: AlikeRecord) => ReactNode;
};

/** What is on file and may be the same, with what both have in common: to be used, or said to be another. */
export function AlikeList({ id, records, name, distinctFrom, onDistinct, use }: Props) {
  const t = useTranslations("record");
  return (
    <div aria-live="polite">
      {records.length > 0 && (
        <fieldset id={id} tabIndex={-1} className="mt-1 border-l-4 border-caution pl-3">
          <legend className="font-semibold">{t("alike.title")}</legend>
          <ul>
            {records.map((record) => (
              <li key={record.slug} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
                <Alike record={record} />
                {use(record)}
                <label className="flex min-h-8 items-center gap-2">
                  <input
                    key={`${record.slug}:${distinctFrom.includes(record.slug)}`}
                    type="checkbox"
                    name={name ?? undefined}
                    value={record.slug}
                    defaultChecked={distinctFrom.includes(record.slug)}
                    onChange={(event) => onDistinct?.(record.slug, event.target.checked)}
                    className="size-5 accent-accent"
                  />
                  <span>
                    {t("alike.another")}
                    <span className="sr-only"> ({record.title})</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </div>
  );
}

/** In a tab of its own: what is typed here stays. */
function Alike({ record: { kind, slug, title, likenesses } }: { record: AlikeRecord }) {
  const t = useTranslations("record");
  const format = useFormat();
  const reasons = likenesses.map((likeness) => t(`alike.because.${likeness}`));
  return (
    <span className="min-w-0 basis-full break-words">
      <a href={workPath(kind, slug)} target="_blank" rel="noreferrer" className="text-accent underline" dir="auto">
        {title}
        <span className="sr-only"> ({t("alike.newTab")})</span>
      </a>{" "}
      <span className="font-mono text-xs text-muted">{slug}</span>
      <span className="block text-sm text-muted">{format.list(reasons)}</span>
    </span>
  );
}

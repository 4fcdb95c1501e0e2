"use client";

import { useEffect, useRef } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { RECORDS_LANGUAGE } from "@/lib/text/locale";
import type { StageEntry } from "./stage-marks";

type Props = {
  entries: readonly StageEntry[];
  date: string;
  onCloser: (() => void) | null;
  onClose: () => void;
};

const LISTED = 60;

/** A mark that was opened: what it stands for, as a list. */
export function MarkPanel({ entries, date, onCloser, onClose }: Props) {
  const t = useTranslations("explorer");
  const locale = useLocaleCode();
  const head = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mark takes the focus anew
  useEffect(() => head.current?.focus(), [entries]);
  return (
    <section
      aria-label={t("openOne")}
      className="flex flex-col gap-2 border border-rule-strong bg-raised p-3"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <h3 ref={head} tabIndex={-1} className="text-base font-semibold">
        {t("openMany", { count: entries.length, date })}
      </h3>
      <ul className="max-h-80 overflow-y-auto">
        {entries.slice(0, LISTED).map((entry, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a mark never changes
            key={index}
            className="grid gap-x-3 border-b border-rule py-1 text-sm sm:grid-cols-[10rem_12rem_minmax(0,1fr)]"
          >
            <span className="font-semibold">{formatClaimDates(entry.dates, locale)}</span>
            <span className="text-muted">{entry.what}</span>
            <span>
              {entry.href ? (
                <Link href={entry.href}>
                  <Foreign lang={entry.language ?? RECORDS_LANGUAGE}>{entry.title}</Foreign>
                </Link>
              ) : (
                <Foreign lang={entry.language ?? RECORDS_LANGUAGE}>{entry.title}</Foreign>
              )}
            </span>
          </li>
        ))}
      </ul>
      {entries.length > LISTED && (
        <p className="text-sm text-muted">{t("more", { count: entries.length - LISTED })}</p>
      )}
      <div className="flex gap-2">
        {onCloser && <Button onClick={onCloser}>{t("closer")}</Button>}
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </section>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useFormat, useTranslations } from "#translations";
import { ownEntry } from "@/lib/text/own-entry";
import type { Outcome } from "@/lib/workflow/outcome";
import { ConflictTable } from "./conflict-table";

type Props = {
  outcome: Outcome;
  /** Field → its label, for the summary's links and the conflict's rows. */
  labels: Readonly<Record<string, string>>;
  /** As given to `fieldsOf`. */
  prefix?: string;
  /** Field → where it is filled in, where that is not in this form. */
  hrefs?: Readonly<Record<string, string>>;
  /** Heads a refusal; "This was not saved" without it. */
  refusedTitle?: string;
};

/** Says at the top of a form why it came back, and takes the focus there. */
export function FormOutcome({ outcome, labels, prefix = "f", hrefs = {}, refusedTitle }: Props) {
  const t = useTranslations("form");
  if (outcome.status === "invalid") {
    return (
      <Summary of={outcome} title={t("problem")}>
        <ul className="mt-2 list-disc pl-5">
          {Object.entries(outcome.errors).map(([field, error]) => (
            <li key={field}>
              <a href={hrefs[field] ?? `#${prefix}-${field}`} className="font-semibold text-danger underline">
                {ownEntry(labels, field) ? `${ownEntry(labels, field)}: ${error}` : error}
              </a>
            </li>
          ))}
        </ul>
      </Summary>
    );
  }
  if (outcome.status === "refused") {
    return (
      <Summary of={outcome} title={refusedTitle ?? t("refusedTitle")}>
        <p className="mt-1">{outcome.sentence}</p>
      </Summary>
    );
  }
  if (outcome.status === "conflict") {
    return (
      <Summary of={outcome} title={t("conflictTitle")}>
        <p className="measure mt-1">{t(outcome.asks?.length === 0 ? "conflictMerged" : "conflictHelp")}</p>
        <Taken fields={outcome.taken ?? []} labels={labels} />
        {outcome.asks?.length !== 0 && (
          <ConflictTable current={outcome.current} yours={outcome.values} labels={labels} asks={outcome.asks} />
        )}
      </Summary>
    );
  }
  return null;
}

/** The fields in which the other person's change was taken over, since nothing was typed into them here. */
export function Taken({ fields, labels }: { fields: readonly string[]; labels: Readonly<Record<string, string>> }) {
  const t = useTranslations("form");
  const format = useFormat();
  if (fields.length === 0) return null;
  const named = fields.map((field) => ownEntry(labels, field) ?? field);
  return <p className="measure mt-1">{t("conflictTaken", { fields: format.list(named) })}</p>;
}

function Summary({ of, title, children }: { of: Outcome; title: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of.status !== "idle") box.current?.focus();
  }, [of]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="border-4 border-danger bg-danger-soft p-4">
      <h2 className="text-lg">{title}</h2>
      {children}
    </div>
  );
}

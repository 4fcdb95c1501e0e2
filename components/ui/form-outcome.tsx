"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "#words";
import type { Outcome } from "@/lib/outcome";
import { ConflictTable } from "./conflict-table";

type Props = {
  outcome: Outcome;
  /** Field → its label, for the summary's links and the conflict's rows. */
  labels: Readonly<Record<string, string>>;
  /** As given to `fieldsOf`. */
  prefix?: string;
  /** Heads a refusal; "This was not saved" without it. */
  refusedTitle?: string;
};

/** Says at the top of a form why it came back, and takes the focus there. */
export function FormOutcome({ outcome, labels, prefix = "f", refusedTitle }: Props) {
  const t = useWords("form");
  if (outcome.status === "invalid") {
    return (
      <Summary of={outcome} title={t("problem")}>
        <ul className="mt-2 list-disc pl-5">
          {Object.entries(outcome.errors).map(([field, error]) => (
            <li key={field}>
              <a href={`#${prefix}-${field}`} className="font-semibold text-danger underline">
                {labels[field] ? `${labels[field]}: ${error}` : error}
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
        <p className="measure mt-1">{t("conflictHelp")}</p>
        <ConflictTable current={outcome.current} yours={outcome.values} labels={labels} />
      </Summary>
    );
  }
  return null;
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

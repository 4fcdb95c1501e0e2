"use client";

import { useActionState } from "react";
import { useTranslations } from "#translations";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { LONGEST_REASON } from "@/lib/records/input";
import type { BulkAction } from "@/lib/workflow/bulk";

/** What became of each, or why none was tried. */
export type BulkOutcome =
  | { readonly status: "idle" }
  | { readonly status: "refused"; readonly sentence: string }
  | {
      readonly status: "done";
      readonly results: readonly { readonly name: string; readonly failure: string | null }[];
    };

type Props = {
  bulkAction: BulkAction;
  value: string;
  targets: readonly string[];
  action: (previous: BulkOutcome, form: FormData) => Promise<BulkOutcome>;
};

/** The button that changes them, and afterwards a line about each. */
export function BulkRun({ bulkAction, value, targets, action }: Props) {
  const t = useTranslations("bulk");
  const [outcome, run] = useActionState<BulkOutcome, FormData>(action, { status: "idle" });
  if (outcome.status === "done") {
    const done = outcome.results.filter(({ failure }) => failure === null).length;
    return (
      <section role="status" className="flex flex-col gap-2">
        <h2 className="text-lg">{t("resultTitle", { done: String(done), all: String(outcome.results.length) })}</h2>
        <ul className="text-sm">
          {outcome.results.map(({ name, failure }) => (
            <li key={name} className="border-b border-rule py-1">
              <span className="font-mono">{name}</span>:{" "}
              {failure === null ? t("done") : <strong className="text-danger">{`${t("failed")}. ${failure}`}</strong>}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  // What was changed may have left the queue by now: its result is shown all the same.
  if (targets.length === 0 && outcome.status === "idle") return null;
  return (
    <form action={run} className="flex max-w-xl flex-col items-start gap-4">
      {outcome.status === "refused" && <Notice kind="error">{outcome.sentence}</Notice>}
      <input type="hidden" name="do" value={bulkAction} />
      <input type="hidden" name="value" value={value} />
      {targets.map((one) => (
        <input key={one} type="hidden" name="target" value={one} />
      ))}
      {bulkAction !== "assign" && bulkAction !== "tag" && (
        <div className="w-full">
          <TextArea name="reason" label={t("reason")} optional rows={2} maxLength={LONGEST_REASON} />
        </div>
      )}
      <SubmitButton pending={t("pending")}>{t("run", { count: targets.length })}</SubmitButton>
    </form>
  );
}

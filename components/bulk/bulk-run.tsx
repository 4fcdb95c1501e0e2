"use client";

import { useTranslations } from "#translations";
import { KeptFields } from "@/components/drafts/kept-fields";
import { useKeptForm } from "@/components/drafts/use-kept-form";
import type { RecordFormAction } from "@/components/records/record-form";
import { TextArea } from "@/components/ui/field";
import { fieldsOf } from "@/components/ui/fields-of";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import type { BulkAction } from "@/lib/workflow/bulk";

type Props = {
  bulkAction: BulkAction;
  value: string;
  targets: readonly string[];
  action: RecordFormAction;
};

/** The button that changes them, and afterwards a line about each. */
export function BulkRun({ bulkAction, value, targets, action }: Props) {
  const t = useTranslations("bulk");
  const kept = useKeptForm(action, "bulk");
  const { outcome } = kept;
  const field = fieldsOf(outcome, {}, "bulk", () => LONGEST_REASON);
  if (outcome.status === "done" && outcome.results) {
    const done = outcome.results.filter(({ failure }) => failure === null).length;
    return (
      <section role="status" className="flex flex-col gap-2">
        <h2 className="text-lg">{t("resultTitle", { done: String(done), all: String(outcome.results.length) })}</h2>
        <ul className="text-sm">
          {outcome.results.map(({ name, failure, proposal }) => (
            <li key={name} className="border-b border-rule py-1">
              <span className="font-mono">{name}</span>:{" "}
              {failure !== null ? (
                <strong className="text-danger">{`${t("failed")}. ${failure}`}</strong>
              ) : proposal ? (
                <Link href={`/proposals/${proposal}`}>{t("proposed")}</Link>
              ) : (
                t("done")
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  // What was changed may have left the queue by now: its result is shown all the same.
  if (targets.length === 0 && outcome.status === "idle") return null;
  return (
    <form action={kept.send} className="flex max-w-xl flex-col items-start gap-4">
      <KeptFields kept={kept}>
        {outcome.status === "refused" && <Notice kind="error">{outcome.sentence}</Notice>}
        <input type="hidden" name="do" value={bulkAction} />
        <input type="hidden" name="value" value={value} />
        {targets.map((one) => (
          <input key={one} type="hidden" name="target" value={one} />
        ))}
        {bulkAction !== "assign" && bulkAction !== "tag" && (
          <div className="w-full">
            <TextArea label={t("reason")} optional rows={2} {...field("reason")} />
          </div>
        )}
      </KeptFields>
      <SubmitButton pending={t("pending")}>{t("run", { count: targets.length })}</SubmitButton>
    </form>
  );
}

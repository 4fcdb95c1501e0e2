"use client";

import { useTranslations } from "#translations";
import type { QueueTransition } from "@/lib/workflow/queue-transitions";

type Props = {
  steps: readonly QueueTransition[];
  take: (step: QueueTransition) => void;
  ask: (what: "assign" | "plan") => void;
};

const GLYPHS = [
  ["approve", "✓"],
  ["publish", "✓"],
  ["submit", "✓"],
  ["request_changes", "↺"],
] as const;

/** The steps of the row that is shown, as signs; beside the list they stand in words. */
export function RowSteps({ steps, take, ask }: Props) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const sign = (name: string, glyph: string, press: () => void) => (
    <button key={name} type="button" className="row-step" aria-label={name} title={name} onClick={press}>
      {glyph}
    </button>
  );
  return (
    <span className="flex justify-end print:hidden">
      {GLYPHS.map(([step, glyph]) => steps.includes(step) && sign(workflow(step), glyph, () => take(step)))}
      {sign(t("assign"), "☺", () => ask("assign"))}
      {sign(t("plan"), "⋯", () => ask("plan"))}
    </span>
  );
}

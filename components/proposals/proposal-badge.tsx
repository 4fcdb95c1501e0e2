import { useTranslations } from "#translations";
import type { ProposalState } from "@/lib/workflow/proposal";

const STYLES: Record<ProposalState, string> = {
  draft: "border-dashed border-rule-strong",
  in_review: "border-caution text-caution",
  changes_requested: "border-dashed border-caution text-caution",
  applied: "border-accent bg-accent text-accent-ink",
  rejected: "border-rule-strong text-muted line-through",
  withdrawn: "border-rule-strong text-muted line-through",
};

export function ProposalBadge({ state }: { state: ProposalState }) {
  const t = useTranslations("proposal");
  return (
    <span
      className={`inline-block whitespace-nowrap rounded-sm border px-1.5 text-xs font-semibold ${STYLES[state]}`}
    >
      {t(`state.${state}`)}
    </span>
  );
}

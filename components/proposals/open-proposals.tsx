import { useFormatInstant, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { OpenProposal } from "@/db/access/workflow/proposal-file";
import { ProposalBadge } from "./proposal-badge";

/** The changes to a record that wait already; nothing when there are none. */
export function OpenProposals({
  proposals,
  others = false,
}: {
  proposals: readonly OpenProposal[];
  others?: boolean;
}) {
  const t = useTranslations("proposal");
  const formatInstant = useFormatInstant();
  if (proposals.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice kind="caution" title={others ? t("others") : t("openCount", { count: proposals.length })}>
        <ul>
          {proposals.map(({ slug, state, reason, createdBy, updatedAt }) => (
            <li key={slug} className="py-0.5">
              <Link href={`/proposals/${slug}`}>{reason ?? t("heading")}</Link> <ProposalBadge state={state} />{" "}
              <span className="text-sm text-muted">
                {t("by", { name: createdBy, date: formatInstant(updatedAt, "day") })}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

import { useFormatInstant, useTranslations } from "#translations";
import type { ProposalFile } from "@/db/access/workflow/proposal-file";

const ACTIONS = ["open", "revise", "submit", "request_changes", "approve", "reject", "withdraw"] as const;

/** What was done with a proposal, newest first. */
export function ProposalHistory({ history }: { history: ProposalFile["history"] }) {
  const t = useTranslations("proposal");
  const formatInstant = useFormatInstant();
  const actionLabel = (action: string) => {
    const known = ACTIONS.find((one) => action === `proposal.${one}`);
    return known ? t(`action.${known}`) : action;
  };
  return (
    <section aria-labelledby="history" className="border-t border-rule pt-4">
      <h2 id="history">{t("history")}</h2>
      <ol className="mt-2">
        {history.map(({ version, action, author, at, reason }) => (
          <li key={version} className="border-b border-rule py-2 text-sm last:border-b-0">
            <strong>{actionLabel(action)}</strong>{" "}
            <span className="text-muted">
              {t("by", {
                name: author,
                date: formatInstant(at, "minute"),
              })}
            </span>
            {reason && <p className="measure">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

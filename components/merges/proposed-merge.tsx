import { useLocaleCode, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ProposalFile } from "@/db/access/workflow/proposal-file";
import type { ReferenceNames } from "@/lib/records/record-field";
import { historyPath } from "@/lib/records/record-path";
import { isOpen } from "@/lib/workflow/proposal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { MergeComparison } from "./merge-comparison";
import { MovedRecords } from "./moved-records";

/** In a proposal: the other record, side by side with this one, and what moves. Nothing where the proposal is of one record alone. */
export function ProposedMerge({ file, names }: { file: ProposalFile; names: ReferenceNames }) {
  const t = useTranslations("merge");
  const locale = useLocaleCode();
  const { joins, proposal, record, refused } = file;
  if (!joins) return null;
  const { other, undoes, moved } = joins;
  const kind = proposal.recordKind;
  const open = isOpen(proposal.state);
  return (
    <>
      {open && refused && (
        <Notice kind="caution" title={t("refused")}>
          {refusalSentence(refused, locale)}
        </Notice>
      )}
      <section aria-labelledby="merges" className="flex flex-col gap-2">
        <h2 id="merges">{t(undoes ? "proposedUndo" : "proposed", { title: other.title })}</h2>
        <p>
          <Link href={historyPath(kind, other.slug)}>{other.slug}</Link>
        </p>
        {open && !undoes && file.after && (
          <MergeComparison
            kind={kind}
            stays={{ slug: record.slug, title: record.title, content: file.before }}
            goes={other}
            after={file.after}
            names={names}
          />
        )}
      </section>
      {open && <MovedRecords moved={moved} isBack={undoes} />}
    </>
  );
}

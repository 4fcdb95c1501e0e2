import type { CSSProperties } from "react";
import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import type { listEvidence } from "@/db/access/evidence/evidence";
import { encodeCursor } from "@/lib/filters/cursor";
import { type EvidenceView, evidenceFilter } from "@/lib/filters/evidence-filter";
import { EvidenceColumns, evidenceGrid } from "./evidence-columns";
import { EvidenceRows } from "./evidence-rows";
import { MoreEvidence } from "./more-evidence";

type Props = {
  view: EvidenceView;
  page: Awaited<ReturnType<typeof listEvidence>>;
  /** Whether the rows can be selected for the batch bar. */
  isSelectable: boolean;
  choice: ColumnChoice;
};

const PATH = "/evidence";

/** A page of the feed, drawn on the server, and the way to the rest. */
export function EvidenceFeed({ view, page: { items, total, isLeast, next }, isSelectable, choice }: Props) {
  const t = useTranslations("evidence");
  const isNarrowed = evidenceFilter.narrowings(view).length > 0;
  if (items.length === 0) {
    return isNarrowed ? (
      <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
    ) : (
      <EmptyState title={t("firstTitle")}>{t("firstLead")}</EmptyState>
    );
  }
  const firstHref = view.after ? evidenceFilter.href(PATH, view) : null;
  return (
    <section
      aria-label={t("list")}
      className="evidence-list"
      data-hidden={choice.hidden.join(" ")}
      style={{ "--columns": evidenceGrid(choice.hidden, isSelectable) } as CSSProperties}
    >
      <h2 className="sr-only">{t("list")}</h2>
      <EvidenceColumns {...{ view, choice, isSelectable }} />
      <Messages of={["evidence", "common", "reading"]}>
        <EvidenceRows items={items} isSelectable={isSelectable} />
        {next && (
          <MoreEvidence
            query={evidenceFilter.toQuery({ ...view, after: undefined })}
            next={encodeCursor(next)}
            nextHref={evidenceFilter.href(PATH, view, { after: next })}
            firstHref={firstHref}
            shown={items.length}
            total={total}
            isLeast={isLeast}
            isSelectable={isSelectable}
          />
        )}
      </Messages>
      {!next && <Pager total={total} isLeast={isLeast} shown={items.length} firstHref={firstHref} />}
    </section>
  );
}

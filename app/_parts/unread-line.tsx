import "server-only";
import { markListReadAction } from "@/app/_server/reading-actions";
import { MarkForm } from "@/components/evidence/mark-form";
import { UnreadCount } from "@/components/evidence/unread-count";
import { Messages } from "@/components/messages";
import { countUnreadEvidence } from "@/db/access/evidence/unread";
import { type EvidenceView, evidenceFilter } from "@/lib/filters/evidence-filter";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

/** Over the list of evidence: how much of all of it is new to this person, and the way to say that they have read this view. */
export async function UnreadLine({ actor, view }: { actor: Actor; view: EvidenceView }) {
  const unread = await countUnreadEvidence(actor);
  if (unread.count === 0) return null;
  const t = getTranslations(actor.locale, "reading");
  const isNarrowed = evidenceFilter.narrowings({ ...view, unread: false }).length > 0 || view.records !== "all";
  return (
    <UnreadCount {...unread} href={evidenceFilter.href("/evidence", view, { unread: true })} isShown={view.unread}>
      <Messages of={["reading", "form"]}>
        <MarkForm
          action={markListReadAction}
          values={{ query: evidenceFilter.toQuery({ ...view, after: undefined }) }}
          label={t(isNarrowed ? "markView" : "markAll")}
        />
      </Messages>
    </UnreadCount>
  );
}
